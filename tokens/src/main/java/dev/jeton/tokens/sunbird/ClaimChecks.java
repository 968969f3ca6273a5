package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import dev.jeton.tokens.jwt.VerifiedJwt;
import java.math.BigDecimal;
import java.util.List;

/** What is checked after the signature, in the order of {@link SunbirdVerifier}. */
final class ClaimChecks {
  private final Credential credential;
  private final VerifiedJwt jwt;
  private final Expected expected;
  private final boolean strict;
  private final BigDecimal now;
  private final BigDecimal nowAndSkew;

  ClaimChecks(Credential credential, VerifiedJwt jwt, Expected expected) {
    this.credential = credential;
    this.jwt = jwt;
    this.expected = expected;
    this.strict = credential.profile() == Profile.STRICT;
    this.now = Seconds.of(expected.now());
    this.nowAndSkew = now.add(Seconds.of(expected.skew()));
  }

  Outcome<VerifiedSunbirdToken> verify() {
    return typ()
        .then(next -> nulls())
        .then(next -> end())
        .then(next -> start())
        .then(next -> issueTime())
        .then(next -> lifetime())
        .then(next -> request());
  }

  private Outcome<VerifiedJwt> typ() {
    JsonValue typ = jwt.header().get("typ");
    boolean fits =
        typ == null || (typ instanceof JsonText text && text.value().equalsIgnoreCase("JWT"));
    return check(!strict || fits, Reason.TYP_MISMATCH, "its typ is not JWT");
  }

  private Outcome<VerifiedJwt> nulls() {
    boolean refused = strict
        && jwt.claims().members().values().stream().anyMatch(value -> value instanceof JsonNothing);
    return check(!refused, Reason.MALFORMED, "a claim is null");
  }

  private Outcome<VerifiedJwt> end() {
    return number("exp", strict)
        .then(next -> check(
            isAbsent("exp") || now.compareTo(seconds("exp")) < 0,
            Reason.EXPIRED,
            "it is past its end"));
  }

  private Outcome<VerifiedJwt> start() {
    return number("nbf", false)
        .then(next -> check(
            isAbsent("nbf") || seconds("nbf").compareTo(nowAndSkew) <= 0,
            Reason.NOT_YET_VALID,
            "it is not valid yet"));
  }

  private Outcome<VerifiedJwt> issueTime() {
    if (!strict) {
      boolean comparable =
          IssueTime.of(jwt.claims()).filter(IssueTime::isStandard).isPresent();
      return comparable ? notInFuture() : Outcome.accepted(jwt);
    }
    if (isAbsent("iat") && seconds("exp").compareTo(nowAndSkew.add(maximumLifetime())) > 0) {
      return livesTooLong();
    }
    return number("iat", true).then(next -> notInFuture());
  }

  private Outcome<VerifiedJwt> notInFuture() {
    return check(
        seconds("iat").compareTo(nowAndSkew) <= 0,
        Reason.IAT_IN_FUTURE,
        "it was issued in the future");
  }

  private Outcome<VerifiedJwt> lifetime() {
    return strict && seconds("exp").subtract(seconds("iat")).compareTo(maximumLifetime()) > 0
        ? livesTooLong()
        : Outcome.accepted(jwt);
  }

  private Outcome<VerifiedSunbirdToken> request() {
    if (expected.request().isEmpty()) {
      return strict && !isAbsent("qsh")
          ? Outcome.refused(
              Reason.CONTEXT_MISSING,
              "it is bound to a request; method and URL have to be given to check that")
          : accepted(List.of(Check.QSH));
    }
    if (isAbsent("qsh")) {
      return strict ? missing("qsh") : accepted(List.of());
    }
    return jwt.claims()
        .text("qsh")
        .map(claimed -> Qsh.check(claimed, expected.request().get()))
        .orElseGet(() -> Outcome.refused(Reason.QSH_MALFORMED, "its qsh is no text"))
        .then(qsh -> accepted(List.of()));
  }

  private Outcome<VerifiedJwt> number(String claim, boolean required) {
    if (isAbsent(claim)) {
      return required ? missing(claim) : Outcome.accepted(jwt);
    }
    return check(
        jwt.claims().get(claim) instanceof JsonNumber,
        Reason.CLAIM_INVALID,
        "its " + claim + " is not a number");
  }

  private boolean isAbsent(String claim) {
    JsonValue value = jwt.claims().get(claim);
    return value == null || value instanceof JsonNothing;
  }

  private BigDecimal seconds(String claim) {
    return jwt.claims().number(claim).map(JsonNumber::value).orElseThrow();
  }

  private BigDecimal maximumLifetime() {
    return Seconds.of(credential.maximumLifetime());
  }

  private Outcome<VerifiedJwt> livesTooLong() {
    return Outcome.refused(
        Reason.LIFETIME_TOO_LONG,
        "it lives longer than " + credential.maximumLifetime().toSeconds() + " s");
  }

  private Outcome<VerifiedSunbirdToken> accepted(List<Check> unchecked) {
    return Outcome.accepted(new VerifiedSunbirdToken(credential, jwt, unchecked));
  }

  private Outcome<VerifiedJwt> check(boolean holds, Reason reason, String detail) {
    return holds ? Outcome.accepted(jwt) : Outcome.refused(reason, detail);
  }

  private static <T> Outcome<T> missing(String claim) {
    return Outcome.refused(Reason.CLAIM_MISSING, "it has no " + claim);
  }
}
