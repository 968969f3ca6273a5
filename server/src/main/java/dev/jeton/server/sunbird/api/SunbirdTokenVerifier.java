package dev.jeton.server.sunbird.api;

import dev.jeton.server.api.TokenVerifier;
import dev.jeton.server.api.Verdict;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.sunbird.SunbirdCredential;
import dev.jeton.server.sunbird.SunbirdCredentials;
import dev.jeton.server.sunbird.SunbirdTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.sunbird.Check;
import dev.jeton.tokens.sunbird.Expected;
import dev.jeton.tokens.sunbird.HttpRequest;
import dev.jeton.tokens.sunbird.IssueTime;
import dev.jeton.tokens.sunbird.SunbirdVerifier;
import dev.jeton.tokens.sunbird.VerifiedSunbirdToken;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies tokens of this server's credentials, whoever minted them. */
@Singleton
final class SunbirdTokenVerifier implements TokenVerifier {
  private static final String NEEDED = "give context.method and context.url";

  private final SunbirdCredentials credentials;
  private final SunbirdVerifier ofAnyCredential;
  private final InstantSource clock;

  SunbirdTokenVerifier(SunbirdCredentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.ofAnyCredential =
        SunbirdVerifier.of(key -> credentials.ofKey(key).map(SunbirdCredential::credential));
    this.clock = clock;
  }

  @Override
  public String platform() {
    return SunbirdTokens.PLATFORM;
  }

  @Override
  public Verdict verify(Call call, Fields request, boolean lenient) {
    request.only("platform", "token", "key", "context", "lenient");
    String token = PastedToken.checked(request.text("token"));
    Fields context = request.objectOrNull("context");
    if (context != null) {
      context.only("method", "url", "contextPath", "key");
    }
    Expected expected = expected(context);
    Outcome<VerifiedSunbirdToken> outcome = verifier(request, context).verify(token, expected);
    if (outcome instanceof Outcome.Refused<VerifiedSunbirdToken> refused) {
      return refused.reason() == Reason.CONTEXT_MISSING
          ? missing(List.of(Check.QSH.word()))
          : new Verdict.Invalid(refused.reason(), refused.detail(), List.of());
    }
    VerifiedSunbirdToken verified = ((Outcome.Accepted<VerifiedSunbirdToken>) outcome).value();
    List<String> unchecked = verified.unchecked().stream().map(Check::word).toList();
    return unchecked.isEmpty() || lenient
        ? new Verdict.Valid(json -> members(json, verified), unchecked)
        : missing(unchecked);
  }

  private static Verdict missing(List<String> unchecked) {
    return new Verdict.Invalid(
        Reason.CONTEXT_MISSING, "not everything could be checked; " + NEEDED, unchecked);
  }

  private Expected expected(@Nullable Fields context) {
    Expected expected = Expected.at(clock.instant());
    Optional<HttpRequest> sent = context == null ? Optional.empty() : BoundRequest.of(context);
    return sent.map(expected::request).orElse(expected);
  }

  /** Of the credential that the caller names, else of the one that the token claims. */
  private SunbirdVerifier verifier(Fields request, @Nullable Fields context) {
    String beside = request.textOrNull("key");
    String inside = context == null ? null : context.textOrNull("key");
    if (beside != null && inside != null) {
      throw Refused.badRequest("context-twice", "give key inside of context, or beside the token");
    }
    String named = beside == null ? inside : beside;
    if (named == null) {
      return ofAnyCredential;
    }
    SunbirdCredential credential = credentials
        .named(named)
        .orElseThrow(() -> Refused.badRequest(
            "unknown-key", "there is no Sunbird credential of that key or name here"));
    return SunbirdVerifier.of(credential.credential());
  }

  private void members(Json json, VerifiedSunbirdToken verified) {
    String key = verified.credential().key();
    json.put("key", key)
        .put("credential", credentials.ofKey(key).map(SunbirdCredential::name).orElse(null))
        .put("algorithm", verified.credential().verificationKey().algorithm().word())
        .put("profile", verified.credential().profile().word())
        .put("issuedAt", verified.issueTime().map(IssueTime::instant).orElse(null))
        .put("expiresAt", verified.expiresAt().orElse(null))
        .put("header", verified.header())
        .put("claims", verified.claims());
  }
}
