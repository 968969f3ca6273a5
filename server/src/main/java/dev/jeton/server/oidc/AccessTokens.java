package dev.jeton.server.oidc;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.RawJwt;
import dev.jeton.tokens.jwt.VerifiedJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Access tokens of the operator's providers, which callers bring. Touches memory only. */
public final class AccessTokens {
  private static final String EXPLICIT = "at+jwt";
  private static final List<String> TYPES = List.of(EXPLICIT, "jwt");

  /** What only an ID token says (OpenID Connect Core 1.0), or a logout token. */
  private static final List<String> OF_OTHERS = List.of("nonce", "at_hash", "c_hash", "events");

  private final Providers providers;
  private final Duration leeway;

  AccessTokens(Providers providers, Duration leeway) {
    this.providers = providers;
    this.leeway = leeway;
  }

  /** Whether a bearer can be one: a JWT, where a provider is set whose access tokens count. */
  public boolean isOne(String bearer) {
    return bearer.startsWith("ey")
        && bearer.indexOf('.') > 0
        && providers.all().stream().anyMatch(AccessTokens::isForCallers);
  }

  /** Whether its provider has told no key yet, or is being asked for keys at this moment. */
  public boolean awaitsKeys(String bearer) {
    return RawJwt.parse(bearer) instanceof Outcome.Accepted<RawJwt> raw
        && raw.value()
            .claims()
            .text(SignedToken.ISSUER)
            .flatMap(providers::ofIssuer)
            .filter(PublishedKeys::isAwaited)
            .isPresent();
  }

  /** The issuers whose access tokens count. */
  public List<String> issuers() {
    return providers.all().stream()
        .filter(AccessTokens::isForCallers)
        .map(one -> one.provider().issuer())
        .toList();
  }

  /**
   * What an access token says, or the first reason against it: as {@link RawJwt#parse}; ISSUER_MISMATCH;
   * as every token of a provider; TYP_MISMATCH for an ID token; CONTEXT_MISSING for one that is bound to
   * a key which its bearer has to show; CLAIM_MISSING for one about nobody.
   *
   * @param thumbprint of the client's certificate, as {@code x5t#S256} has it
   */
  public Outcome<Attested> check(String bearer, Optional<String> thumbprint, Instant now) {
    return RawJwt.parse(bearer).then(raw -> {
      Optional<PublishedKeys> keys = raw.claims()
          .text(SignedToken.ISSUER)
          .flatMap(providers::ofIssuer)
          .filter(AccessTokens::isForCallers);
      if (keys.isEmpty()) {
        return Outcome.refused(Reason.ISSUER_MISMATCH, "no provider here issued it");
      }
      Provider provider = keys.get().provider();
      return SignedToken.check(raw, keys.get(), TYPES, provider.audiences(), now, leeway)
          .then(token -> judged(token, provider, thumbprint));
    });
  }

  private static Outcome<Attested> judged(
      VerifiedJwt token, Provider provider, Optional<String> thumbprint) {
    if (isSomethingElse(token)) {
      return Outcome.refused(Reason.TYP_MISMATCH, "it is no access token");
    }
    if (!isBoundTo(token.claims(), thumbprint)) {
      return Outcome.refused(Reason.CONTEXT_MISSING, "its bearer has to prove to have a key");
    }
    Attested attested = new Attested(provider, token.claims());
    return attested.subject().isPresent()
        ? Outcome.accepted(attested)
        : Outcome.refused(Reason.CLAIM_MISSING, "it says of nobody that it is about him");
  }

  /** Some providers say it in a claim of their own, which then decides. */
  private static boolean isSomethingElse(VerifiedJwt token) {
    JsonObject claims = token.claims();
    String own = claims.text("token_use").or(() -> claims.text("typ")).orElse("");
    if (!own.isEmpty()) {
      return !own.equalsIgnoreCase("access") && !own.equalsIgnoreCase("Bearer");
    }
    return token.header().text("typ").filter(type -> type.endsWith(EXPLICIT)).isEmpty()
        && OF_OTHERS.stream().anyMatch(claims::has);
  }

  /** RFC 8705: to the certificate that is shown, and to no key of another kind. */
  private static boolean isBoundTo(JsonObject claims, Optional<String> thumbprint) {
    if (!claims.has("cnf")) {
      return true;
    }
    Optional<JsonObject> bound = claims.object("cnf");
    return bound.isPresent()
        && bound.get().members().keySet().equals(Set.of("x5t#S256"))
        && bound.get().text("x5t#S256").equals(thumbprint)
        && thumbprint.isPresent();
  }

  private static boolean isForCallers(PublishedKeys one) {
    return !one.provider().audiences().isEmpty();
  }
}
