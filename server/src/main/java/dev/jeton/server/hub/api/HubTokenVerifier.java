package dev.jeton.server.hub.api;

import dev.jeton.server.api.TokenVerifier;
import dev.jeton.server.api.Verdict;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.HubIssuer;
import dev.jeton.server.hub.HubIssuers;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.Expected;
import dev.jeton.tokens.hub.RawHubToken;
import dev.jeton.tokens.hub.VerifiedHubToken;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies identity tokens of this server's issuers. */
@Singleton
final class HubTokenVerifier implements TokenVerifier {
  private final HubIssuers issuers;
  private final InstantSource clock;

  HubTokenVerifier(HubIssuers issuers, InstantSource clock) {
    this.issuers = issuers;
    this.clock = clock;
  }

  @Override
  public String platform() {
    return HubTokens.PLATFORM;
  }

  @Override
  public Verdict verify(Call call, Fields request, boolean lenient) {
    request.only("platform", "token", "context", "lenient");
    Fields context = request.objectOrNull("context");
    Optional<HubIssuer> asked = asked(context);
    Expected expected = expected(context);
    Outcome<VerifiedHubToken> outcome =
        RawHubToken.parse(request.text("token")).then(token -> verify(token, asked, expected));
    if (outcome instanceof Outcome.Refused<VerifiedHubToken> refused) {
      return new Verdict.Invalid(refused.reason(), refused.detail(), List.of());
    }
    VerifiedHubToken verified = ((Outcome.Accepted<VerifiedHubToken>) outcome).value();
    List<String> unchecked = verified.unchecked();
    if (!unchecked.isEmpty() && !lenient) {
      return new Verdict.Invalid(
          Reason.CONTEXT_MISSING,
          "not everything could be checked; give context."
              + String.join(" and context.", unchecked),
          unchecked);
    }
    return new Verdict.Valid(json -> members(json, verified), unchecked);
  }

  /** The issuer that the token claims only chooses the key; the signature decides. */
  private Outcome<VerifiedHubToken> verify(
      RawHubToken token, Optional<HubIssuer> asked, Expected expected) {
    return asked
        .or(() -> token.issuer().flatMap(key -> issuers.named(key.text())))
        .map(issuer -> issuers.verifier(issuer).verify(token, expected))
        .orElseGet(
            () -> Outcome.refused(Reason.ISSUER_MISMATCH, "it is of no issuer of this server"));
  }

  private Optional<HubIssuer> asked(@Nullable Fields context) {
    if (context == null || !context.only("issuer", "audience").has("issuer")) {
      return Optional.empty();
    }
    Optional<HubIssuer> named = issuers.named(context.text("issuer"));
    if (named.isEmpty()) {
      throw Refused.badRequest("unknown-issuer", "there is no such Hub issuer here");
    }
    return named;
  }

  private Expected expected(@Nullable Fields context) {
    Expected expected = Expected.at(clock.instant());
    return context != null && context.has("audience")
        ? expected.audience(context.text("audience"))
        : expected;
  }

  private void members(Json json, VerifiedHubToken verified) {
    issuers.named(verified.issuer().text()).ifPresent(issuer -> json.put("name", issuer.name()));
    TokenJson.put(json, verified);
  }
}
