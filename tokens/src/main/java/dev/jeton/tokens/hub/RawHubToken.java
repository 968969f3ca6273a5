package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.RawJwt;
import dev.jeton.tokens.jwt.VerificationKey;
import dev.jeton.tokens.jwt.VerifiedJwt;
import java.util.Optional;

/**
 * A JWT that may be an identity token, read and not verified: nothing in it is proven. For looking into
 * it and for finding its issuer.
 */
public final class RawHubToken {
  private final RawJwt jwt;

  private RawHubToken(RawJwt jwt) {
    this.jwt = jwt;
  }

  /** Reads the text as {@link RawJwt#parse} does. */
  public static Outcome<RawHubToken> parse(String text) {
    return RawJwt.parse(text).then(jwt -> Outcome.accepted(new RawHubToken(jwt)));
  }

  /** What {@code alg} says: {@code Ed25519}, or {@code EdDSA} as others call it. */
  public String algorithm() {
    return jwt.header().text("alg").orElse("");
  }

  /** The key that {@code iss} names, if it names one. */
  public Optional<Libp2pPublicKey> issuer() {
    return key("iss");
  }

  /** The key that {@code sub} names, if it names one. */
  public Optional<Libp2pPublicKey> identity() {
    return key("sub");
  }

  /** All claims as they stand there. */
  public JsonObject claims() {
    return jwt.claims();
  }

  /** Whether it has the form of an identity token: an Ed25519 signature, two keys as issuer and subject. */
  public boolean isIdentityToken() {
    return (algorithm().equals("Ed25519") || isCalledEdDsa())
        && issuer().filter(key -> key.type() == KeyType.ED25519).isPresent()
        && identity().isPresent();
  }

  boolean isCalledEdDsa() {
    return algorithm().equals("EdDSA");
  }

  Outcome<VerifiedJwt> verifiedBy(VerificationKey key) {
    return jwt.verifiedBy(key);
  }

  private Optional<Libp2pPublicKey> key(String claim) {
    return jwt.claims()
        .text(claim)
        .flatMap(
            text -> Libp2pPublicKey.parse(text) instanceof Outcome.Accepted<Libp2pPublicKey> key
                ? Optional.of(key.value())
                : Optional.empty());
  }
}
