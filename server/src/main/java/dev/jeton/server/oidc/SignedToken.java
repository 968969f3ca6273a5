package dev.jeton.server.oidc;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import dev.jeton.tokens.jwt.NumericDate;
import dev.jeton.tokens.jwt.RawJwt;
import dev.jeton.tokens.jwt.VerificationKey;
import dev.jeton.tokens.jwt.VerifiedJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What holds for all tokens of a provider: the signature first, then for whom and when. */
final class SignedToken {
  static final String ISSUER = "iss";

  private static final String END = "exp";
  private static final String APPLICATION = "application/";

  private SignedToken() {}

  /**
   * Refuses a token with the first of: UNKNOWN_KEY, ALG_MISMATCH, BAD_SIGNATURE, TYP_MISMATCH,
   * AUDIENCE_MISMATCH, CLAIM_MISSING, CLAIM_INVALID, EXPIRED, NOT_YET_VALID, IAT_IN_FUTURE.
   *
   * @param types what its header may call it, in lower case and without {@code application/}
   * @param audiences of which it names one
   */
  static Outcome<VerifiedJwt> check(
      RawJwt raw,
      PublishedKeys keys,
      List<String> types,
      List<String> audiences,
      Instant now,
      Duration leeway) {
    if (raw.header().has("kid") && raw.header().text("kid").isEmpty()) {
      return Outcome.refused(Reason.MALFORMED, "kid is no text");
    }
    Optional<VerificationKey> key = keys.find(raw.header().text("kid").orElse(null));
    if (key.isEmpty()) {
      return Outcome.refused(Reason.UNKNOWN_KEY, "the provider has published no such key so far");
    }
    return raw.verifiedBy(key.get()).then(token -> {
      if (!isOfType(token.header(), types)) {
        return Outcome.refused(Reason.TYP_MISMATCH, "it is another kind of token");
      }
      if (!isFor(token.claims(), audiences)) {
        return Outcome.refused(Reason.AUDIENCE_MISMATCH, "it is for somebody else");
      }
      return inTime(token, now, leeway);
    });
  }

  private static boolean isOfType(JsonObject header, List<String> types) {
    if (!header.has("typ")) {
      return true;
    }
    String type = header.text("typ").orElse("").toLowerCase(Locale.ROOT);
    return types.contains(
        type.startsWith(APPLICATION) ? type.substring(APPLICATION.length()) : type);
  }

  private static boolean isFor(JsonObject claims, List<String> audiences) {
    return audiences(claims).stream().anyMatch(audiences::contains);
  }

  /** For whom it is; of a list with anything else than texts nobody. */
  static List<String> audiences(JsonObject claims) {
    JsonValue audience = claims.get("aud");
    if (audience instanceof JsonText one) {
      return List.of(one.value());
    }
    if (audience instanceof JsonItems items
        && items.values().stream().allMatch(JsonText.class::isInstance)) {
      return items.values().stream().map(item -> ((JsonText) item).value()).toList();
    }
    return List.of();
  }

  private static Outcome<VerifiedJwt> inTime(VerifiedJwt token, Instant now, Duration leeway) {
    if (!token.claims().has(END)) {
      return Outcome.refused(Reason.CLAIM_MISSING, "it has no end");
    }
    for (String name : List.of(END, "nbf", "iat")) {
      if (token.claims().has(name) && time(token.claims(), name).isEmpty()) {
        return Outcome.refused(Reason.CLAIM_INVALID, name + " is no time");
      }
    }
    // The leeway goes to the side of now: an end may lie at the edge of what an instant can be.
    if (time(token.claims(), END)
        .filter(end -> end.roundedDown().isAfter(now.minus(leeway)))
        .isEmpty()) {
      return Outcome.refused(Reason.EXPIRED, "it is over");
    }
    if (isAhead(token, "nbf", now.plus(leeway))) {
      return Outcome.refused(Reason.NOT_YET_VALID, "it does not count yet");
    }
    return isAhead(token, "iat", now.plus(leeway))
        ? Outcome.refused(Reason.IAT_IN_FUTURE, "it is issued in the future")
        : Outcome.accepted(token);
  }

  private static boolean isAhead(VerifiedJwt token, String name, Instant latest) {
    return time(token.claims(), name)
        .filter(at -> at.roundedUp().isAfter(latest))
        .isPresent();
  }

  static Optional<NumericDate> time(JsonObject claims, String name) {
    Optional<JsonNumber> number = claims.number(name);
    return number.flatMap(NumericDate::of);
  }
}
