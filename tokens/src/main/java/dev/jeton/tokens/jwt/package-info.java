/**
 * JSON Web Tokens in their signed, compact form: RFC 7515, 7517, 7518, 7519, 8037 and 9864, with the
 * advice of RFC 8725. Encrypted tokens and unsigned ones are refused.
 *
 * <p>The algorithm comes from the key, never from the token. The times that a token claims are
 * checked by the platforms, each by its own table.
 */
@NullMarked
package dev.jeton.tokens.jwt;

import org.jspecify.annotations.NullMarked;
