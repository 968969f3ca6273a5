/**
 * Kandy in the server: its realms, who may call whom in them, and which sets were used. The HTTP
 * side is in {@code doors} and {@code api}.
 */
@NullMarked
package dev.jeton.server.kandy;

import org.jspecify.annotations.NullMarked;
