/**
 * Agora in the server: its projects, what may be minted for them, and how a token is verified. The
 * HTTP side is in {@code doors} and {@code api}.
 */
@NullMarked
package dev.jeton.server.agora;

import org.jspecify.annotations.NullMarked;
