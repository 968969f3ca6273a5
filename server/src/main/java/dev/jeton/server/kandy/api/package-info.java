/** Kandy's part of {@code /api/v1}: its kind of tokens, redeeming, its verifier, its inspector. */
@NullMarked
package dev.jeton.server.kandy.api;

import org.jspecify.annotations.NullMarked;
