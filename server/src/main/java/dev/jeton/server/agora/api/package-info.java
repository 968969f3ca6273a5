/** Agora's part of {@code /api/v1}: its kinds of tokens, its verifier, its inspector. */
@NullMarked
package dev.jeton.server.agora.api;

import org.jspecify.annotations.NullMarked;
