package dev.jeton.server.oidc;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.NumericDate;
import dev.jeton.tokens.jwt.RawJwt;
import dev.jeton.tokens.jwt.VerifiedJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens that say who signed in at one provider (OpenID Connect Core 1.0 section 3.1.3.7). Blocks. */
public final class IdTokens {
  private static final List<String> TYPES = List.of("jwt");

  private final PublishedKeys keys;
  private final Provider.Client client;
  private final Duration leeway;

  IdTokens(PublishedKeys keys, Provider.Client client, Duration leeway) {
    this.keys = keys;
    this.client = client;
    this.leeway = leeway;
  }

  /** What became of looking at one. */
  public sealed interface Judged {
    /**
     * Somebody signed in.
     *
     * @param proven when the provider asked for a proof last, if it says that
     */
    record Good(Attested who, String subject, Optional<Instant> proven) implements Judged {}

    /**
     * Nobody did.
     *
     * @param code why, for the audit
     */
    record Wrong(String code) implements Judged {}
  }

  Judged check(String token, String nonce, Instant now) {
    Outcome<VerifiedJwt> read = RawJwt.parse(token).then(raw -> {
      if (!raw.claims()
          .text(SignedToken.ISSUER)
          .equals(Optional.of(keys.provider().issuer()))) {
        return Outcome.refused(Reason.ISSUER_MISMATCH, "another provider issued it");
      }
      if (!keys.knows(raw.header().text("kid").orElse(null))) {
        keys.askAgain();
      }
      return SignedToken.check(raw, keys, TYPES, List.of(client.id()), now, leeway);
    });
    if (read instanceof Outcome.Refused<VerifiedJwt> refused) {
      return new Judged.Wrong("OIDC_" + refused.reason());
    }
    JsonObject claims = ((Outcome.Accepted<VerifiedJwt>) read).value().claims();
    if (!isIssuedForUs(claims)) {
      return new Judged.Wrong("OIDC_" + Reason.AUDIENCE_MISMATCH);
    }
    if (!claims.text("nonce").equals(Optional.of(nonce))) {
      return new Judged.Wrong("OIDC_NONCE_MISMATCH");
    }
    Attested who = new Attested(keys.provider(), claims);
    Optional<String> subject = who.subject();
    return subject.isEmpty()
        ? new Judged.Wrong("OIDC_" + Reason.CLAIM_MISSING)
        : new Judged.Good(who, subject.get(), proven(claims, now));
  }

  private boolean isIssuedForUs(JsonObject claims) {
    return claims.has("azp")
        ? claims.text("azp").equals(Optional.of(client.id()))
        : SignedToken.audiences(claims).size() == 1;
  }

  private Optional<Instant> proven(JsonObject claims, Instant now) {
    return SignedToken.time(claims, "auth_time")
        .map(NumericDate::roundedDown)
        .filter(at -> !at.isAfter(now.plus(leeway)))
        .map(at -> at.isAfter(now) ? now : at);
  }
}
