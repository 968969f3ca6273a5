/** How much somebody may ask: of each caller, each user of a caller's, and each network. */
@NullMarked
package dev.jeton.server.limits;

import org.jspecify.annotations.NullMarked;
