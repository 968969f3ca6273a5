/**
 * Agora's AccessToken2 ({@code 007}, current) and AccessToken ({@code 006}, legacy): mint, parse,
 * verify.
 *
 * <p>Start at {@link dev.jeton.tokens.agora.AccessToken2} and {@link
 * dev.jeton.tokens.agora.AccessToken} to mint, at {@link dev.jeton.tokens.agora.AgoraVerifier} to
 * verify. A parsed token is a {@link dev.jeton.tokens.agora.RawAccessToken2} or {@link
 * dev.jeton.tokens.agora.RawAccessToken}: nothing in it is proven. Only the verifier makes a {@link
 * dev.jeton.tokens.agora.VerifiedAgoraToken}.
 *
 * <p>Source: AgoraIO/Tools, {@code DynamicKey/AgoraDynamicKey}, and the npm packages {@code
 * agora-token} 2.0.6 and {@code agora-access-token} 2.0.4.
 */
@NullMarked
package dev.jeton.tokens.agora;

import org.jspecify.annotations.NullMarked;
