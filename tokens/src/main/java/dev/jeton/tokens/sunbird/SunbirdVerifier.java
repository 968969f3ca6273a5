package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import dev.jeton.tokens.jwt.RawJwt;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of one credential or of many. Immutable and thread-safe as the look-up is.
 *
 * <p>The checks in their order; the first that fails names the reason:
 *
 * <table>
 * <caption>checks and profiles</caption>
 * <tr><th>check</th><th>{@link Profile#LEGACY}</th><th>{@link Profile#STRICT}</th></tr>
 * <tr><td>form, as {@link RawJwt#parse}</td><td>MALFORMED, TOO_LARGE, DUPLICATE_MEMBER,
 *     ALG_NOT_ALLOWED, CRIT_INVALID, CRIT_UNSUPPORTED</td><td>the same</td></tr>
 * <tr><td>{@code iss}, which names the credential: KEY_CLAIM_MISSING, KEY_CLAIM_INVALID when it is
 *     empty or no text, UNKNOWN_KEY</td><td>a claim, else in the header</td><td>a claim</td></tr>
 * <tr><td>algorithm of the credential (ALG_MISMATCH), signature (BAD_SIGNATURE)</td><td>before any
 *     other claim is believed</td><td>the same</td></tr>
 * <tr><td>{@code typ}</td><td>ignored</td><td>absent or {@code JWT} (TYP_MISMATCH)</td></tr>
 * <tr><td>claims that are {@code null}</td><td>like absent</td><td>MALFORMED</td></tr>
 * <tr><td>{@code exp}: a number (CLAIM_INVALID), {@code now < exp} (EXPIRED)</td><td>when it is
 *     there</td><td>required (CLAIM_MISSING)</td></tr>
 * <tr><td>{@code nbf}: a number (CLAIM_INVALID), {@code nbf <= now + skew} (NOT_YET_VALID)</td>
 *     <td>when it is there</td><td>when it is there</td></tr>
 * <tr><td>{@code iat}: {@code iat <= now + skew} (IAT_IN_FUTURE)</td><td>when it is a number of
 *     seconds; texts and milliseconds pass</td><td>required (CLAIM_MISSING), a number
 *     (CLAIM_INVALID)</td></tr>
 * <tr><td>{@code exp - iat <= maximum lifetime} (LIFETIME_TOO_LONG)</td><td>not checked</td>
 *     <td>checked; without {@code iat} instead {@code exp <= now + skew + maximum lifetime}, before
 *     CLAIM_MISSING</td></tr>
 * <tr><td>{@link Qsh}, where the request is given: QSH_MALFORMED, QSH_MISMATCH</td><td>when it is
 *     there</td><td>required (CLAIM_MISSING)</td></tr>
 * <tr><td>{@code qsh}, where no request is given</td><td>unchecked</td><td>CONTEXT_MISSING when it is
 *     there, else unchecked</td></tr>
 * </table>
 *
 * <p>A {@code kid} is never looked at. Source: Kong's jwt plugin, whose credentials these are, and
 * RFC 7519, 8725.
 */
public final class SunbirdVerifier {
  private static final String KEY_CLAIM = "iss";

  private final Function<String, Outcome<List<Credential>>> credentials;
  private final boolean looksIntoHeader;

  private SunbirdVerifier(
      Function<String, Outcome<List<Credential>>> credentials, boolean looksIntoHeader) {
    this.credentials = credentials;
    this.looksIntoHeader = looksIntoHeader;
  }

  /** Takes tokens of this credential alone. */
  public static SunbirdVerifier of(Credential credential) {
    return new SunbirdVerifier(
        key -> key.equals(credential.key())
            ? Outcome.accepted(List.of(credential))
            : Outcome.accepted(List.of()),
        credential.profile() == Profile.LEGACY);
  }

  /**
   * Takes tokens of every credential that is found.
   *
   * @param byKey finds a credential by its key, which is a stranger's text of up to 8 KiB
   */
  public static SunbirdVerifier of(Function<String, Optional<Credential>> byKey) {
    return ofAny(key -> Outcome.accepted(byKey.apply(key).stream().toList()));
  }

  /**
   * Takes tokens of every credential that is found, also of those whose secrets are being rotated: one
   * that is signed with any of them is taken.
   *
   * @param byKey finds by its key a credential once with each of its secrets, the usual one first;
   *     none for a key that is not known. It may refuse a key for a reason of its own
   */
  public static SunbirdVerifier ofAny(Function<String, Outcome<List<Credential>>> byKey) {
    return new SunbirdVerifier(byKey, true);
  }

  /** Verifies a token's text. */
  public Outcome<VerifiedSunbirdToken> verify(String text, Expected expected) {
    return RawJwt.parse(text).then(jwt -> verify(jwt, expected));
  }

  /** Verifies a token that was read before. */
  public Outcome<VerifiedSunbirdToken> verify(RawJwt jwt, Expected expected) {
    JsonValue inClaims = jwt.claims().get(KEY_CLAIM);
    if (!isAbsent(inClaims)) {
      return named(inClaims).then(candidates -> verify(jwt, candidates, expected));
    }
    JsonValue inHeader = looksIntoHeader ? jwt.header().get(KEY_CLAIM) : null;
    if (isAbsent(inHeader)) {
      return keyMissing();
    }
    return named(inHeader)
        .then(candidates -> candidates.get(0).profile() == Profile.STRICT
            ? keyMissing()
            : verify(jwt, candidates, expected));
  }

  /** At least one. */
  private Outcome<List<Credential>> named(@Nullable JsonValue named) {
    if (!(named instanceof JsonText key) || key.value().isEmpty()) {
      return Outcome.refused(Reason.KEY_CLAIM_INVALID, "its iss is empty or no text");
    }
    return credentials
        .apply(key.value())
        .then(candidates -> candidates.isEmpty()
            ? Outcome.refused(Reason.UNKNOWN_KEY, "its iss names no credential known here")
            : Outcome.accepted(candidates));
  }

  /** What the first of them says counts, unless another one made the signature. */
  private static Outcome<VerifiedSunbirdToken> verify(
      RawJwt jwt, List<Credential> candidates, Expected expected) {
    Outcome<VerifiedSunbirdToken> first = verify(jwt, candidates.get(0), expected);
    if (!isOfAnotherSecret(first)) {
      return first;
    }
    for (Credential other : candidates.subList(1, candidates.size())) {
      Outcome<VerifiedSunbirdToken> outcome = verify(jwt, other, expected);
      if (!isOfAnotherSecret(outcome)) {
        return outcome;
      }
    }
    return first;
  }

  private static boolean isOfAnotherSecret(Outcome<VerifiedSunbirdToken> outcome) {
    return outcome instanceof Outcome.Refused<VerifiedSunbirdToken> refused
        && refused.reason() == Reason.BAD_SIGNATURE;
  }

  private static Outcome<VerifiedSunbirdToken> verify(
      RawJwt jwt, Credential credential, Expected expected) {
    return jwt.verifiedBy(credential.verificationKey())
        .then(verified -> new ClaimChecks(credential, verified, expected).verify());
  }

  private static boolean isAbsent(@Nullable JsonValue value) {
    return value == null || value instanceof JsonNothing;
  }

  private static Outcome<VerifiedSunbirdToken> keyMissing() {
    return Outcome.refused(Reason.KEY_CLAIM_MISSING, "it has no iss, which names the credential");
  }
}
