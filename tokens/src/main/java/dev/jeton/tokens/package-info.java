/**
 * What every platform's tokens share: {@link dev.jeton.tokens.Outcome outcomes} with {@link
 * dev.jeton.tokens.Reason reason codes}, {@link dev.jeton.tokens.Secret secrets} and the list of
 * {@link dev.jeton.tokens.PublishedSecrets published secrets}.
 *
 * <p>Nothing below this package reads a clock, draws a random number or does I/O: time and salts
 * come from the caller. One exception: the list of published secrets is read once from the class
 * path.
 */
@NullMarked
package dev.jeton.tokens;

import org.jspecify.annotations.NullMarked;
