/** What operators administer of Kandy: realms and callees. */
@NullMarked
package dev.jeton.server.kandy.admin;

import org.jspecify.annotations.NullMarked;
