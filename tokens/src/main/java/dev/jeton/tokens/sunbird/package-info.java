/**
 * Credentials and JWTs of Sunbird (EkStep): {@link dev.jeton.tokens.sunbird.SunbirdToken} mints under
 * a {@link dev.jeton.tokens.sunbird.Credential}, {@link dev.jeton.tokens.sunbird.SunbirdVerifier}
 * verifies in one of two {@link dev.jeton.tokens.sunbird.Profile}s, {@link
 * dev.jeton.tokens.sunbird.Qsh} binds a token to one request.
 */
@NullMarked
package dev.jeton.tokens.sunbird;

import org.jspecify.annotations.NullMarked;
