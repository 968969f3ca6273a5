package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import dev.jeton.tokens.jwt.NumericDate;
import dev.jeton.tokens.jwt.VerifiedJwt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks on an identity token whose signature is right, in the order of {@link HubVerifier}. */
final class HubVerification {
  /** The first check that failed; caught where the verification began. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String detail;

    Fault(Reason reason, String detail) {
      super(detail, null, false, false);
      this.reason = reason;
      this.detail = detail;
    }
  }

  private final JsonObject header;
  private final JsonObject claims;
  private final Expected expected;

  HubVerification(VerifiedJwt jwt, Expected expected) {
    this.header = jwt.header();
    this.claims = jwt.claims();
    this.expected = expected;
  }

  Outcome<VerifiedHubToken> verify(Libp2pPublicKey issuer, boolean allowsNoExpiry) {
    try {
      checkType();
      checkIssuer(issuer);
      Instant expiresAt = time("exp").map(NumericDate::roundedDown).orElse(null);
      checkEnd(expiresAt);
      Instant issuedAt = issuedAt();
      checkBeginning();
      if (expiresAt == null && !allowsNoExpiry) {
        throw new Fault(Reason.CLAIM_MISSING, "it has no end (exp), as tokens of a Hub never had");
      }
      List<String> audience = audience();
      checkAudience(audience);
      return Outcome.accepted(new VerifiedHubToken(
          issuer,
          identity(),
          issuedAt,
          expiresAt,
          claims.has("jti") ? text("jti") : null,
          audience,
          expected.audience().isPresent()));
    } catch (Fault fault) {
      return Outcome.refused(fault.reason, fault.detail);
    }
  }

  private void checkType() throws Fault {
    JsonValue type = header.get("typ");
    if (type != null && !(type instanceof JsonText text && text.value().equalsIgnoreCase("JWT"))) {
      throw new Fault(Reason.TYP_MISMATCH, "it says that it is another type of JWT (typ)");
    }
  }

  private void checkIssuer(Libp2pPublicKey issuer) throws Fault {
    if (!text("iss").equals(issuer.text())) {
      throw new Fault(
          Reason.ISSUER_MISMATCH, "its issuer (iss) is not written as the key that signed it");
    }
  }

  private void checkEnd(@Nullable Instant expiresAt) throws Fault {
    if (expiresAt != null && !expected.now().isBefore(expiresAt)) {
      throw new Fault(Reason.EXPIRED, "its lifetime is over");
    }
  }

  private Instant issuedAt() throws Fault {
    Instant issuedAt = time("iat")
        .map(NumericDate::roundedUp)
        .orElseThrow(() -> new Fault(Reason.CLAIM_MISSING, "it has no issue time (iat)"));
    if (isAhead(issuedAt)) {
      throw new Fault(
          Reason.IAT_IN_FUTURE, "it was issued in the future; is one of the clocks wrong?");
    }
    return issuedAt;
  }

  private void checkBeginning() throws Fault {
    if (time("nbf").map(NumericDate::roundedUp).filter(this::isAhead).isPresent()) {
      throw new Fault(Reason.NOT_YET_VALID, "its time has not begun (nbf)");
    }
  }

  private boolean isAhead(Instant time) {
    return time.isAfter(expected.now().plus(expected.skew()));
  }

  private void checkAudience(List<String> audience) throws Fault {
    if (expected.audience().isPresent()
        && !audience.contains(expected.audience().get())) {
      throw new Fault(Reason.AUDIENCE_MISMATCH, "it is not for this audience (aud)");
    }
  }

  private List<String> audience() throws Fault {
    JsonValue audience = claims.get("aud");
    if (audience == null) {
      return List.of();
    }
    if (audience instanceof JsonText text) {
      return List.of(text.value());
    }
    if (audience instanceof JsonItems items
        && items.values().stream().allMatch(JsonText.class::isInstance)) {
      return items.values().stream().map(item -> ((JsonText) item).value()).toList();
    }
    throw invalid("aud");
  }

  private Libp2pPublicKey identity() throws Fault {
    String text = text("sub");
    Outcome<Libp2pPublicKey> parsed = Libp2pPublicKey.parse(text);
    if (parsed instanceof Outcome.Accepted<Libp2pPublicKey> key
        && key.value().text().equals(text)) {
      return key.value();
    }
    if (parsed instanceof Outcome.Refused<Libp2pPublicKey> refused
        && refused.reason() == Reason.KEY_TYPE_UNSUPPORTED) {
      throw new Fault(refused.reason(), refused.detail());
    }
    throw new Fault(
        Reason.CLAIM_INVALID, "its subject (sub) is no public key in its usual spelling");
  }

  private String text(String claim) throws Fault {
    if (!claims.has(claim)) {
      throw new Fault(Reason.CLAIM_MISSING, "it has no claim " + claim);
    }
    return claims.text(claim).orElseThrow(() -> invalid(claim));
  }

  private Optional<NumericDate> time(String claim) throws Fault {
    if (!claims.has(claim)) {
      return Optional.empty();
    }
    return Optional.of(claims
        .number(claim)
        .flatMap((JsonNumber number) -> NumericDate.of(number))
        .orElseThrow(() -> invalid(claim)));
  }

  private static Fault invalid(String claim) {
    return new Fault(Reason.CLAIM_INVALID, "its claim " + claim + " has the wrong type or range");
  }
}
