/**
 * {@code /api/v1}: minting, verifying and inspecting for all platforms. A platform takes part by
 * beans of {@link dev.jeton.server.api.TokenKind}, {@link dev.jeton.server.api.TokenVerifier} and
 * {@link dev.jeton.server.api.TokenInspector}; nothing here knows one.
 */
@NullMarked
package dev.jeton.server.api;

import org.jspecify.annotations.NullMarked;
