package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.VerifiedJwt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A token that the verifier accepted. Only {@link SunbirdVerifier} makes one. */
public final class VerifiedSunbirdToken {
  private final Credential credential;
  private final VerifiedJwt jwt;
  private final List<Check> unchecked;

  VerifiedSunbirdToken(Credential credential, VerifiedJwt jwt, List<Check> unchecked) {
    this.credential = credential;
    this.jwt = jwt;
    this.unchecked = List.copyOf(unchecked);
  }

  /** Whose token it is. */
  public Credential credential() {
    return credential;
  }

  /** The header that was signed. */
  public JsonObject header() {
    return jwt.header();
  }

  /** The claims that were signed. */
  public JsonObject claims() {
    return jwt.claims();
  }

  /** When it was issued, in whatever spelling; a legacy token may not say. */
  public Optional<IssueTime> issueTime() {
    return IssueTime.of(claims());
  }

  /** When it ends; empty where a legacy token has no end, or one after the year 9999. */
  public Optional<Instant> expiresAt() {
    return SunbirdToken.endOf(claims());
  }

  /** The checks that were not made. */
  public List<Check> unchecked() {
    return unchecked;
  }
}
