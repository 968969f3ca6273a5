package dev.jeton.server.callers;

import dev.jeton.server.access.Callers;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Claims;
import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Proof;
import dev.jeton.server.callers.CallerKeys.Found;
import dev.jeton.server.callers.CallerKeys.Known;
import dev.jeton.server.oidc.AccessTokens;
import dev.jeton.server.oidc.Attested;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A caller's proof: {@code Bearer} and an access token of one of the operator's identity providers. */
@Singleton
final class AccessTokenProof implements Proof {
  private static final Problem EXPIRED = new Problem(
      401,
      "token-expired",
      "the access token is over; get a new one from the identity provider that issued it");
  private static final Problem AWAITED = new Problem(
      503,
      "provider-unavailable",
      "the identity provider has not told its keys yet, so this access token cannot be checked; try"
          + " again in a moment");

  private final AccessTokens tokens;
  private final BoundCallers bound;
  private final KnownCallers callers;
  private final InstantSource clock;

  AccessTokenProof(
      AccessTokens tokens, BoundCallers bound, KnownCallers callers, InstantSource clock) {
    this.tokens = tokens;
    this.bound = bound;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public Optional<Identified> check(Presented presented) {
    return presented
        .bearer()
        .filter(given -> !given.startsWith(ApiKey.PREFIX) && tokens.isOne(given))
        .map(given -> identified(presented, given));
  }

  private Identified identified(Presented presented, String bearer) {
    Optional<String> thumbprint = presented
        .certificate()
        .map(one ->
            Base64.getUrlEncoder().withoutPadding().encodeToString(CertificateBinding.sha256(one)));
    Outcome<Attested> judged = tokens.check(bearer, thumbprint, clock.instant());
    if (judged instanceof Outcome.Refused<Attested> refused) {
      return new Identified.Wrong(told(refused.reason(), bearer), "OIDC_" + refused.reason());
    }
    Attested token = ((Outcome.Accepted<Attested>) judged).value();
    Found found = bound.ofToken(token, presented.arrival().client());
    if (found instanceof Found.Refused refused) {
      return wrong(refused.code(), details(token, refused.caller()));
    }
    Known caller = ((Found.Usable) found).caller();
    return new Identified.As(callers.seen(caller, Claims.of(token.claims())));
  }

  /** Programs have to know when to get another one, and that is told of real ones alone. */
  private Problem told(Reason reason, String bearer) {
    return switch (reason) {
      case EXPIRED -> EXPIRED;
      case UNKNOWN_KEY -> tokens.awaitsKeys(bearer) ? AWAITED : Callers.WRONG;
      default -> Callers.WRONG;
    };
  }

  /** Who it would be for is a person, and stands in no row that cannot be erased. */
  private static Map<String, String> details(Attested token, Optional<Known> caller) {
    Map<String, String> details = new HashMap<>();
    details.put("issuer", token.provider().issuer());
    token.client().ifPresent(client -> details.put("client", client));
    caller.ifPresent(one -> details.put("name", one.spec().name()));
    return details;
  }

  private static Identified wrong(String code, Map<String, String> details) {
    return new Identified.Wrong(Callers.WRONG, code, details);
  }
}
