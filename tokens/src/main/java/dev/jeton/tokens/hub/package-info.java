/**
 * Textile Hub: libp2p keys, challenges, identity tokens, API keys and API signatures.
 *
 * <p>Start at {@link dev.jeton.tokens.hub.Libp2pPublicKey} for who somebody is, at {@link
 * dev.jeton.tokens.hub.Challenge} to let them prove it, at {@link dev.jeton.tokens.hub.HubToken} to
 * mint what they get for it and at {@link dev.jeton.tokens.hub.HubVerifier} to verify that. {@link
 * dev.jeton.tokens.hub.ApiSignature} is the other half: how an app proves itself to a Hub.
 *
 * <p>Source: textileio/go-threads ({@code api/service.go}, {@code core/thread/identity.go}, {@code
 * jwt}), textileio/textile ({@code api/common}), libp2p/go-libp2p ({@code core/crypto}), and the npm
 * packages {@code @textile/crypto} 4.2.1 and {@code @textile/security} 0.9.1.
 */
@NullMarked
package dev.jeton.tokens.hub;

import org.jspecify.annotations.NullMarked;
