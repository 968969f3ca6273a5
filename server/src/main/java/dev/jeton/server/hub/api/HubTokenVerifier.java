package dev.jeton.server.hub.api;

import dev.jeton.server.api.TokenVerifier;
import dev.jeton.server.api.Verdict;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.HubIssuers;
import dev.jeton.server.hub.HubKeys;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.KeptIssuer;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.revocations.RevokedTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.Expected;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import dev.jeton.tokens.hub.RawHubToken;
import dev.jeton.tokens.hub.VerifiedHubToken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies identity tokens of this server's issuers, and API keys. */
@Singleton
final class HubTokenVerifier implements TokenVerifier {
  private final HubIssuers issuers;
  private final ApiKeyVerdict apiKeys;
  private final Policies policies;
  private final RevokedTokens revoked;
  private final HubRevocations revocations;
  private final InstantSource clock;

  HubTokenVerifier(
      HubIssuers issuers,
      HubKeys keys,
      Policies policies,
      RevokedTokens revoked,
      HubRevocations revocations,
      InstantSource clock) {
    this.apiKeys = new ApiKeyVerdict(keys, policies);
    this.issuers = issuers;
    this.policies = policies;
    this.revoked = revoked;
    this.revocations = revocations;
    this.clock = clock;
  }

  @Override
  public String platform() {
    return HubTokens.PLATFORM;
  }

  @Override
  public Verdict verify(Call call, Fields request, boolean lenient) {
    if (request.has(ApiKeyVerdict.KEY)) {
      return apiKeys.verify(call, request, clock.instant());
    }
    request.only("platform", "token", "context", "lenient");
    Fields context = request.objectOrNull("context");
    Optional<Asked> asked = asked(call, context);
    String text = request.text("token");
    Outcome<RawHubToken> token = RawHubToken.parse(text);
    Optional<KeptIssuer> issuer = asked.map(Asked::issuer).or(() -> claimed(call, token));
    Verdict verdict = verdict(text, token, asked, issuer, context, lenient);
    return verdict.explainedIf(
        policies.explains(call, HubTokens.PLATFORM, issuer.map(KeptIssuer::name)));
  }

  private Verdict verdict(
      String text,
      Outcome<RawHubToken> token,
      Optional<Asked> asked,
      Optional<KeptIssuer> issuer,
      @Nullable Fields context,
      boolean lenient) {
    Instant now = clock.instant();
    Expected expected = expected(context, now);
    Outcome<VerifiedHubToken> outcome = token
        .then(raw -> verify(raw, asked, issuer, expected, now))
        .then(one -> revoked.pass(HubTokens.PLATFORM, one, good -> revocations.facts(text, good)));
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

  /** The issuer that was asked for: any key of it, or the one key that was named. */
  private record Asked(KeptIssuer issuer, Optional<Libp2pPublicKey> key) {
    /** The key with which a token is checked that claims to be of that one. */
    Optional<Libp2pPublicKey> keyFor(Optional<Libp2pPublicKey> claimed, Instant now) {
      List<Libp2pPublicKey> live = issuer.published(now);
      return key.or(() -> claimed.filter(live::contains)).or(() -> live.stream().findFirst());
    }
  }

  /** The issuer that the token claims only chooses the key; the signature decides. */
  private Outcome<VerifiedHubToken> verify(
      RawHubToken token,
      Optional<Asked> asked,
      Optional<KeptIssuer> issuer,
      Expected expected,
      Instant now) {
    Optional<Libp2pPublicKey> key = asked.isPresent()
        ? asked.get().keyFor(token.issuer(), now)
        : token.issuer().filter(claimed -> issuer.isPresent());
    return key.flatMap(one -> issuers.verifier(one, now))
        .map(verifier -> verifier.verify(token, expected))
        .or(() -> issuer.flatMap(one -> one.refusal(now)))
        .orElseGet(() -> Outcome.refused(
            Reason.ISSUER_MISMATCH, "it is of no key that an issuer of this server has now"));
  }

  private Optional<KeptIssuer> claimed(Call call, Outcome<RawHubToken> token) {
    return token instanceof Outcome.Accepted<RawHubToken> raw
        ? raw.value().issuer().flatMap(issuers::having).filter(one -> isFor(one, call))
        : Optional.empty();
  }

  private boolean isFor(KeptIssuer issuer, Call call) {
    return policies.reaches(call, HubTokens.PLATFORM, issuer.name());
  }

  private Optional<Asked> asked(Call call, @Nullable Fields context) {
    if (context == null || !context.only("issuer", "audience").has("issuer")) {
      return Optional.empty();
    }
    String name = context.text("issuer");
    Optional<KeptIssuer> named = issuers.named(name).filter(one -> isFor(one, call));
    if (named.isEmpty()) {
      throw Refused.badRequest("unknown-issuer", "there is no such Hub issuer here");
    }
    Optional<Libp2pPublicKey> key =
        Libp2pPublicKey.parse(name) instanceof Outcome.Accepted<Libp2pPublicKey> parsed
            ? Optional.of(parsed.value())
            : Optional.empty();
    return Optional.of(new Asked(named.get(), key));
  }

  private static Expected expected(@Nullable Fields context, Instant now) {
    Expected expected = Expected.at(now);
    return context != null && context.has("audience")
        ? expected.audience(context.text("audience"))
        : expected;
  }

  private void members(Json json, VerifiedHubToken verified) {
    issuers.having(verified.issuer()).ifPresent(issuer -> json.put("name", issuer.name()));
    TokenJson.put(json, verified);
  }
}
