/** The endpoints of the vendor's two token issuers, with their exact shapes. */
@NullMarked
package dev.jeton.server.kandy.doors;

import org.jspecify.annotations.NullMarked;
