package dev.jeton.server.hub.api;

import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.HubIssuers;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.Issued;
import dev.jeton.server.hub.KeptIssuer;
import dev.jeton.server.hub.TokenForm;
import dev.jeton.server.hub.TokenShape;
import dev.jeton.server.revocations.GivenToken;
import dev.jeton.server.revocations.Owner;
import dev.jeton.server.revocations.Revocable;
import dev.jeton.server.revocations.TokenFacts;
import dev.jeton.server.revocations.TokenIds;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.Expected;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import dev.jeton.tokens.hub.RawHubToken;
import dev.jeton.tokens.hub.VerifiedHubToken;
import dev.jeton.tokens.jwt.NumericDate;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hub's identity tokens for whoever revokes them; a user is the public key of an identity. */
@Singleton
final class HubRevocations implements Revocable {
  /** With what a genuine token is refused, once its signature was found good. */
  private static final Set<Reason> AFTER_THE_SIGNATURE =
      Set.of(Reason.EXPIRED, Reason.IAT_IN_FUTURE, Reason.NOT_YET_VALID, Reason.CLAIM_MISSING);

  private final HubIssuers issuers;

  HubRevocations(HubIssuers issuers) {
    this.issuers = issuers;
  }

  /** What of a token may have been revoked. */
  TokenFacts facts(String text, VerifiedHubToken token) {
    return new TokenFacts(
        issuers.having(token.issuer()).map(HubRevocations::owner).map(Owner::id).orElse("-"),
        () -> TokenIds.ofJwt(text, token.id()),
        List.of(token.identity().text()),
        Optional.of(token.issuedAt()));
  }

  /** The same of one that was just made. */
  TokenFacts facts(Issued issued) {
    return new TokenFacts(
        issuers.named(issued.issuer()).map(HubRevocations::owner).map(Owner::id).orElse("-"),
        () -> TokenIds.ofJwt(issued.token(), issued.id()),
        List.of(issued.identity()),
        Optional.of(issued.issuedAt()));
  }

  @Override
  public String platform() {
    return HubTokens.PLATFORM;
  }

  @Override
  public String ownerWord() {
    return "issuer";
  }

  @Override
  public Optional<Owner> owner(String name) {
    return issuers.named(name).map(HubRevocations::owner);
  }

  private static Owner owner(KeptIssuer issuer) {
    return new Owner(issuer.stored().id(), issuer.name());
  }

  @Override
  public GivenToken read(String token, Optional<Owner> named, Instant now) {
    if (RawHubToken.parse(token) instanceof Outcome.Accepted<RawHubToken> read) {
      RawHubToken raw = read.value();
      KeptIssuer issuer = raw.issuer()
          .flatMap(issuers::having)
          .orElseThrow(() -> Refused.badRequest(
              "unknown-issuer", "the token is of no issuer here, and so refused anyway"));
      boolean proven = raw.issuer().filter(key -> isSignedBy(key, raw, now)).isPresent();
      return new GivenToken(
          proven,
          proven ? TokenIds.ofJwt(token, raw.claims().text("jti")) : TokenIds.of(List.of(token)),
          Optional.of(owner(issuer)),
          end(raw));
    }
    throw Refused.badRequest("wrong-token", "token is no identity token of a Hub");
  }

  private boolean isSignedBy(Libp2pPublicKey key, RawHubToken token, Instant now) {
    return issuers
        .verifier(key, now)
        .map(verifier -> verifier.verify(token, Expected.at(now)))
        .filter(outcome -> !(outcome instanceof Outcome.Refused<VerifiedHubToken> refused)
            || AFTER_THE_SIGNATURE.contains(refused.reason()))
        .isPresent();
  }

  private static Optional<Instant> end(RawHubToken token) {
    return token.claims().number("exp").flatMap(NumericDate::of).map(NumericDate::roundedUp);
  }

  @Override
  public String user(String given) {
    if (Libp2pPublicKey.parse(given) instanceof Outcome.Accepted<Libp2pPublicKey> key) {
      return key.value().text();
    }
    throw Refused.badRequest("wrong-user", "user must be the public key of an identity");
  }

  /** Tokens in the form of old Hubs have no end, and the longest that an issuer may be given bounds the others. */
  @Override
  public Optional<Duration> longest(Optional<Owner> owner) {
    boolean endless =
        owner.flatMap(one -> issuers.named(one.id())).map(List::of).orElseGet(issuers::all).stream()
            .anyMatch(issuer -> issuer.tokens().form() == TokenForm.HUB_EXACT);
    return endless ? Optional.empty() : Optional.of(TokenShape.LONGEST);
  }

  @Override
  public String notKnownTo() {
    return "Whoever verifies the token by himself, with the public keys of /hub/jwks.json, does not"
        + " know of it and goes on to take the token until it ends; ask POST /api/v1/verify, or"
        + " revoke the issuer's key";
  }
}
