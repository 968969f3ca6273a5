package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.jwt.VerificationKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies identity tokens of one issuer, which may have several keys while it changes them. Immutable
 * and thread-safe; touches memory only.
 *
 * <p>Order of the checks, the first failing one names the reason:
 *
 * <ol>
 *   <li>form as {@link dev.jeton.tokens.jwt.RawJwt#parse} reads it (TOO_LARGE, MALFORMED,
 *       DUPLICATE_MEMBER, ALG_NOT_ALLOWED, CRIT_INVALID, CRIT_UNSUPPORTED)
 *   <li>{@code alg} is {@code Ed25519} (ALG_MISMATCH; ALG_NOT_ALLOWED for {@code EdDSA} unless {@link
 *       #acceptingEdDsa})
 *   <li>one of the keys signed it (BAD_SIGNATURE)
 *   <li>{@code typ}, where it is there, is {@code JWT} in any letter case (TYP_MISMATCH)
 *   <li>{@code iss} (CLAIM_MISSING, CLAIM_INVALID) is the usual spelling of the key that signed it
 *       (ISSUER_MISMATCH)
 *   <li>{@code exp}, where it is there, is a time (CLAIM_INVALID) after {@code now} (EXPIRED)
 *   <li>{@code iat} (CLAIM_MISSING, CLAIM_INVALID) not after {@code now + skew} (IAT_IN_FUTURE)
 *   <li>{@code nbf}, where it is there, likewise (CLAIM_INVALID, NOT_YET_VALID)
 *   <li>{@code exp} is there (CLAIM_MISSING) unless {@link #allowingNoExpiry}
 *   <li>{@code aud}, where it is there, is a text or a list of texts (CLAIM_INVALID), and holds the
 *       expected one, when one is expected (AUDIENCE_MISMATCH, also without {@code aud})
 *   <li>{@code sub} (CLAIM_MISSING) is the usual spelling of a key that would be taken as an identity
 *       (CLAIM_INVALID; KEY_TYPE_UNSUPPORTED for a secp256k1 key without its library); {@code jti}, where it is there, is a text (CLAIM_INVALID)
 * </ol>
 *
 * <p>Looser than a Hub in one thing, the skew. Stricter in that it compares {@code iss} and asks for
 * {@code exp}, which a Hub never wrote.
 */
public final class HubVerifier {
  private final Map<Libp2pPublicKey, VerificationKey> issuers;
  private final boolean acceptsEdDsa;
  private final boolean allowsNoExpiry;

  private HubVerifier(
      Map<Libp2pPublicKey, VerificationKey> issuers, boolean acceptsEdDsa, boolean allowsNoExpiry) {
    this.issuers = issuers;
    this.acceptsEdDsa = acceptsEdDsa;
    this.allowsNoExpiry = allowsNoExpiry;
  }

  /**
   * For the tokens that one of these keys signed.
   *
   * @throws IllegalArgumentException if there is none, or one of another type than ed25519
   */
  public static HubVerifier of(List<Libp2pPublicKey> issuerKeys) {
    if (issuerKeys.isEmpty()) {
      throw new IllegalArgumentException("an issuer has at least one key");
    }
    Map<Libp2pPublicKey, VerificationKey> issuers = new LinkedHashMap<>();
    for (Libp2pPublicKey issuer : issuerKeys) {
      issuers.put(
          issuer,
          VerificationKey.ed25519(issuer
                  .ed25519()
                  .orElseThrow(() -> new IllegalArgumentException(
                      "an issuer's key is ed25519, not " + issuer.type().word())))
              .takingEdDsa());
    }
    return new HubVerifier(issuers, false, false);
  }

  /** For the tokens of an issuer with one key. */
  public static HubVerifier of(Libp2pPublicKey issuer) {
    return of(List.of(issuer));
  }

  /** Also takes the older name {@code EdDSA}; go-threads does not. */
  public HubVerifier acceptingEdDsa() {
    return new HubVerifier(issuers, true, allowsNoExpiry);
  }

  /** Also takes tokens without an end, as a Hub issued them. */
  public HubVerifier allowingNoExpiry() {
    return new HubVerifier(issuers, acceptsEdDsa, true);
  }

  /** Verifies a token's text. */
  public Outcome<VerifiedHubToken> verify(String text, Expected expected) {
    return RawHubToken.parse(text).then(token -> verify(token, expected));
  }

  /** Verifies a token that was read before. */
  public Outcome<VerifiedHubToken> verify(RawHubToken token, Expected expected) {
    if (token.isCalledEdDsa() && !acceptsEdDsa) {
      return Outcome.refused(
          Reason.ALG_NOT_ALLOWED, "it calls its algorithm EdDSA, and only Ed25519 is taken here");
    }
    for (Map.Entry<Libp2pPublicKey, VerificationKey> issuer : issuers.entrySet()) {
      Outcome<VerifiedHubToken> outcome = token
          .verifiedBy(issuer.getValue())
          .then(jwt -> new HubVerification(jwt, expected).verify(issuer.getKey(), allowsNoExpiry));
      if (!(outcome instanceof Outcome.Refused<VerifiedHubToken> refused
          && refused.reason() == Reason.BAD_SIGNATURE)) {
        return outcome;
      }
    }
    return Outcome.refused(Reason.BAD_SIGNATURE, "no key of the issuer signed it");
  }
}
