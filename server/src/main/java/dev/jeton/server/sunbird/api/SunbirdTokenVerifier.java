package dev.jeton.server.sunbird.api;

import dev.jeton.server.api.TokenVerifier;
import dev.jeton.server.api.Verdict;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.sunbird.SunbirdCheck;
import dev.jeton.server.sunbird.SunbirdCheck.Accepted;
import dev.jeton.server.sunbird.SunbirdCredential;
import dev.jeton.server.sunbird.SunbirdCredentials;
import dev.jeton.server.sunbird.SunbirdTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.sunbird.Check;
import dev.jeton.tokens.sunbird.Expected;
import dev.jeton.tokens.sunbird.HttpRequest;
import dev.jeton.tokens.sunbird.IssueTime;
import dev.jeton.tokens.sunbird.VerifiedSunbirdToken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies tokens of this server's credentials, whoever minted them. */
@Singleton
final class SunbirdTokenVerifier implements TokenVerifier {
  private static final String NEEDED = "give context.method and context.url";

  private final SunbirdCredentials credentials;
  private final SunbirdCheck check;
  private final Policies policies;
  private final InstantSource clock;

  SunbirdTokenVerifier(
      SunbirdCredentials credentials, SunbirdCheck check, Policies policies, InstantSource clock) {
    this.credentials = credentials;
    this.check = check;
    this.policies = policies;
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
    Looked looked = new Looked(call, only(call, request, context));
    Verdict verdict = verdict(token, looked, context, lenient);
    return verdict.explainedIf(policies.explains(call, SunbirdTokens.PLATFORM, looked.found()));
  }

  private Verdict verdict(String token, Looked looked, @Nullable Fields context, boolean lenient) {
    Instant now = clock.instant();
    Outcome<Accepted> outcome = check.verify(token, looked::takes, now, expected(context, now));
    if (outcome instanceof Outcome.Refused<Accepted> refused) {
      return refused.reason() == Reason.CONTEXT_MISSING
          ? missing(List.of(Check.QSH.word()))
          : new Verdict.Invalid(refused.reason(), refused.detail(), List.of());
    }
    Accepted accepted = ((Outcome.Accepted<Accepted>) outcome).value();
    List<String> unchecked =
        accepted.token().unchecked().stream().map(Check::word).toList();
    return unchecked.isEmpty() || lenient
        ? new Verdict.Valid(json -> members(json, accepted), unchecked)
        : missing(unchecked);
  }

  /** The credential that was asked for, or else the one that the token claims. */
  private final class Looked {
    private final Call call;
    private final Optional<SunbirdCredential> only;
    private Optional<SunbirdCredential> claimed = Optional.empty();

    Looked(Call call, Optional<SunbirdCredential> only) {
      this.call = call;
      this.only = only;
    }

    boolean takes(SunbirdCredential credential) {
      boolean taken = only.isPresent() ? only.get().equals(credential) : isFor(credential, call);
      claimed = Optional.of(credential).filter(one -> taken);
      return taken;
    }

    Optional<String> found() {
      return only.or(() -> claimed).map(SunbirdCredential::name);
    }
  }

  private boolean isFor(SunbirdCredential credential, Call call) {
    return policies.reaches(call, SunbirdTokens.PLATFORM, credential.name());
  }

  private static Verdict missing(List<String> unchecked) {
    return new Verdict.Invalid(
        Reason.CONTEXT_MISSING, "not everything could be checked; " + NEEDED, unchecked);
  }

  private static Expected expected(@Nullable Fields context, Instant now) {
    Expected expected = Expected.at(now);
    Optional<HttpRequest> sent = context == null ? Optional.empty() : BoundRequest.of(context);
    return sent.map(expected::request).orElse(expected);
  }

  /** The credential that the caller names; without one it is the one that the token claims. */
  private Optional<SunbirdCredential> only(Call call, Fields request, @Nullable Fields context) {
    String beside = request.textOrNull("key");
    String inside = context == null ? null : context.textOrNull("key");
    if (beside != null && inside != null) {
      throw Refused.badRequest("context-twice", "give key inside of context, or beside the token");
    }
    String named = beside == null ? inside : beside;
    if (named == null) {
      return Optional.empty();
    }
    SunbirdCredential credential = credentials
        .named(named)
        .filter(one -> isFor(one, call))
        .orElseThrow(() -> Refused.badRequest(
            "unknown-key", "there is no Sunbird credential of that key or name here"));
    return Optional.of(credential);
  }

  private static void members(Json json, Accepted accepted) {
    VerifiedSunbirdToken verified = accepted.token();
    json.put("key", verified.credential().key())
        .put("credential", accepted.credential().map(SunbirdCredential::name).orElse(null));
    accepted
        .consumer()
        .ifPresent(
            consumer -> json.put("consumer", consumer.username()).put("groups", consumer.groups()));
    json.put("algorithm", verified.credential().verificationKey().algorithm().word())
        .put("profile", verified.credential().profile().word())
        .put("issuedAt", verified.issueTime().map(IssueTime::instant).orElse(null))
        .put("expiresAt", verified.expiresAt().orElse(null))
        .put("header", verified.header())
        .put("claims", verified.claims());
  }
}
