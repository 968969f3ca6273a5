package dev.jeton.server.hub.api;

import dev.jeton.server.api.Verdict;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.hub.HubAccount;
import dev.jeton.server.hub.HubApiKey;
import dev.jeton.server.hub.HubKeys;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.policies.Policies;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.ApiSignature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies an API key with its signature. */
final class ApiKeyVerdict {
  static final String KEY = "apiKey";

  private static final String MESSAGE = "message";
  private static final String SIGNATURE = "signature";
  private static final String UNKNOWN = "there is no such API key";

  private final HubKeys keys;
  private final Policies policies;

  ApiKeyVerdict(HubKeys keys, Policies policies) {
    this.keys = keys;
    this.policies = policies;
  }

  /** API keys belong to no issuer; they are for callers with any policy for Hub. */
  Verdict verify(Call call, Fields request, Instant now) {
    return verdict(call, request, now)
        .explainedIf(policies.explains(call, HubTokens.PLATFORM, Optional.empty()));
  }

  private Verdict verdict(Call call, Fields request, Instant now) {
    request.only("platform", KEY, MESSAGE, SIGNATURE, "lenient");
    Optional<ApiSignature> signature = signature(request);
    HubKeys.Found found = keys.find(request.text(KEY));
    if (!policies.reaches(call, HubTokens.PLATFORM)) {
      return refused(Reason.UNKNOWN_KEY, UNKNOWN);
    }
    if (found instanceof HubKeys.Found.Usable usable) {
      return usable.key().isSecure() ? signed(usable, signature, now) : valid(usable, null);
    }
    if (found instanceof HubKeys.Found.Unknown) {
      return refused(Reason.UNKNOWN_KEY, UNKNOWN);
    }
    return found instanceof HubKeys.Found.NoAccount
        ? refused(
            Reason.OWNER_DISABLED, "the account of the API key is switched off, or it is gone")
        : refused(Reason.KEY_INVALIDATED, "the API key was invalidated");
  }

  private static Verdict signed(
      HubKeys.Found.Usable usable, Optional<ApiSignature> signature, Instant now) {
    if (signature.isEmpty()) {
      return refused(Reason.SIGNATURE_MISSING, "users of this API key have to sign");
    }
    Outcome<Instant> until = usable.key().check(signature.get(), now, ApiSignature.DEFAULT_HORIZON);
    return until instanceof Outcome.Refused<Instant> refused
        ? refused(refused.reason(), refused.detail())
        : valid(usable, ((Outcome.Accepted<Instant>) until).value());
  }

  private static Optional<ApiSignature> signature(Fields request) {
    return request.has(MESSAGE) || request.has(SIGNATURE)
        ? Optional.of(new ApiSignature(request.text(MESSAGE), request.text(SIGNATURE)))
        : Optional.empty();
  }

  private static Verdict valid(HubKeys.Found.Usable usable, @Nullable Instant until) {
    return new Verdict.Valid(json -> members(json, usable, until), List.of());
  }

  private static void members(Json json, HubKeys.Found.Usable usable, @Nullable Instant until) {
    HubApiKey key = usable.key();
    json.put(KEY, key.key().text())
        .put("name", key.name())
        .put("type", key.type().word())
        .put("account", usable.account().map(HubAccount::name).orElse(null))
        .put("secure", key.isSecure())
        .put("expiresAt", until);
  }

  private static Verdict refused(Reason reason, String detail) {
    return new Verdict.Invalid(reason, detail, List.of());
  }
}
