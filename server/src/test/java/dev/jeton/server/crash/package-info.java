/** Servers that are killed while they write, and what is left of what they said. */
@NullMarked
package dev.jeton.server.crash;

import org.jspecify.annotations.NullMarked;
