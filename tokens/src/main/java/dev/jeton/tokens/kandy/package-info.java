/**
 * The time-limited tokens of Kandy (Ribbon) anonymous calls: mint a set of three, verify one or the
 * set.
 *
 * <p>A realm has one name, one Security Key, one {@link dev.jeton.tokens.kandy.KandyCipher cipher}
 * and one duration. A call takes three tokens: the account that authorises it, who calls ({@code
 * from}) and who is called ({@code to}); each says who and when, nothing else.
 *
 * <p>Start at {@link dev.jeton.tokens.kandy.TripleIssuer} to mint, at {@link
 * dev.jeton.tokens.kandy.KandyVerifier} to verify. A {@link dev.jeton.tokens.kandy.RawKandyToken}
 * has the right shape and proves nothing. Only the verifier makes a {@link
 * dev.jeton.tokens.kandy.VerifiedKandyToken} and a {@link dev.jeton.tokens.kandy.VerifiedTriple}.
 *
 * <p>Source: the vendor's reference issuers, Kandy-IO/kandy-actg-ref-app (Java, 2020) and the example
 * server of Kandy-IO/kandy-callMe-js-sdk and RibbonCommunications/webrtc-anonymous-js-sdk (Node, 2020
 * to 2025).
 */
@NullMarked
package dev.jeton.tokens.kandy;

import org.jspecify.annotations.NullMarked;
