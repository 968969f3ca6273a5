package dev.jeton.tokens.jwt;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;

/**
 * A JWT that was read and not verified: anybody may have written it. Its header and claims serve to
 * find the key that it has to be checked with, and for nothing else.
 */
public final class RawJwt {
  /** The longest text that is looked at, in characters. */
  public static final int MAX_LENGTH = RawJws.MAX_LENGTH;

  private final RawJws jws;
  private final JsonObject claims;

  private RawJwt(RawJws jws, JsonObject claims) {
    this.jws = jws;
    this.claims = claims;
  }

  /** Reads a JWT: as {@link RawJws#parse}, then the payload as {@link JsonObject#parse} takes it. */
  public static Outcome<RawJwt> parse(String text) {
    return RawJws.parse(text)
        .then(jws -> jws.payloadObject().then(claims -> Outcome.accepted(new RawJwt(jws, claims))));
  }

  /** The header; nobody vouches for it. */
  public JsonObject header() {
    return jws.header();
  }

  /** The claims; nobody vouches for them. */
  public JsonObject claims() {
    return claims;
  }

  /** A copy of the signature. */
  public byte[] signature() {
    return jws.signature();
  }

  /**
   * The texts that count as this one, itself first. Whoever has a token with an ES256 signature of r
   * and s can write down another with r and n - s, which no verifier may refuse.
   */
  public List<String> spellings() {
    return jws.spellings();
  }

  /**
   * Checks the signature and nothing else: neither times nor audience nor {@code typ}. Refuses with
   * ALG_MISMATCH when the header names another algorithm than the key's, else with BAD_SIGNATURE.
   */
  public Outcome<VerifiedJwt> verifiedBy(VerificationKey key) {
    return jws.verifiedBy(key)
        .then(verified -> Outcome.accepted(new VerifiedJwt(verified.header(), claims)));
  }
}
