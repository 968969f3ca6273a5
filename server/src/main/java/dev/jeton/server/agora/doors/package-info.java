/** The endpoints of the Agora token servers that clients call today, with their exact shapes. */
@NullMarked
package dev.jeton.server.agora.doors;

import org.jspecify.annotations.NullMarked;
