/** Sunbird's part of {@code /api/v1}: its kind of token, its verifier, its inspector. */
@NullMarked
package dev.jeton.server.sunbird.api;

import org.jspecify.annotations.NullMarked;
