package dev.jeton.server.kandy.api;

import dev.jeton.server.api.TokenVerifier;
import dev.jeton.server.api.Verdict;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Callees;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.kandy.Named;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.revocations.RevokedTokens;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.Identity;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one token, the three of a call, or a call without tokens, whoever minted them. Whether a
 * set was used before is for redeeming alone.
 */
@Singleton
final class KandyTokenVerifier implements TokenVerifier {
  private final KandyTokens tokens;
  private final SetVerdicts verdicts;
  private final Callees callees;
  private final Policies policies;
  private final RevokedTokens revoked;
  private final InstantSource clock;

  KandyTokenVerifier(
      KandyTokens tokens,
      SetVerdicts verdicts,
      Callees callees,
      Policies policies,
      RevokedTokens revoked,
      InstantSource clock) {
    this.policies = policies;
    this.tokens = tokens;
    this.verdicts = verdicts;
    this.callees = callees;
    this.revoked = revoked;
    this.clock = clock;
  }

  @Override
  public String platform() {
    return KandyTokens.PLATFORM;
  }

  @Override
  public Verdict verify(Call call, Fields request, boolean lenient) {
    boolean one = request.has("token");
    boolean set = SetFields.areIn(request);
    boolean unrestricted = request.has("callee");
    if (one && !set && !unrestricted) {
      request.only("platform", "token", "realm", "role", "context", "lenient");
      return one(call, request, lenient);
    }
    if (set && !one && !unrestricted) {
      request.only(
          "platform",
          "realm",
          SetFields.ACCOUNT_TOKEN,
          SetFields.FROM_TOKEN,
          SetFields.TO_TOKEN,
          "context",
          "lenient");
      return set(call, request, lenient);
    }
    if (unrestricted && !one && !set) {
      request.only("platform", "callee", "context", "lenient");
      return unrestricted(call, request, lenient);
    }
    throw Refused.badRequest(
        "wrong-tokens",
        "give one token, or accountToken, fromToken and toToken, or a callee for a call without"
            + " tokens");
  }

  private Verdict one(Call call, Fields request, boolean lenient) {
    String token = request.text("token");
    @Nullable Fields context = request.objectOrNull("context");
    if (context != null) {
      context.only("realm", "role");
    }
    @Nullable String role = beside("role", request, context);
    KandyRealm realm = realm(call, beside("realm", request, context));
    Verdict verdict =
        new OneToken(realm, callees, revoked, token, clock.instant()).verdict(role, lenient);
    return explained(call, Optional.of(realm), verdict);
  }

  private Verdict set(Call call, Fields request, boolean lenient) {
    @Nullable Fields context = request.objectOrNull("context");
    if (context != null) {
      context.only("realm", "account", "from", "to", "client");
    }
    SetContext known = context == null ? SetContext.NONE : SetContext.read(context);
    KandyRealm realm = realm(call, beside("realm", request, context));
    SetVerdicts.Judged judged =
        verdicts.judge(realm, SetFields.read(request), known, clock.instant(), lenient);
    return explained(call, Optional.of(realm), judged.verdict());
  }

  private Verdict explained(Call call, Optional<KandyRealm> realm, Verdict verdict) {
    return verdict.explainedIf(
        policies.explains(call, KandyTokens.PLATFORM, realm.map(KandyRealm::name)));
  }

  /** To whoever has no policy for Kandy every callee is as one of whom nobody said anything. */
  private Verdict unrestricted(Call call, Fields request, boolean lenient) {
    Verdict verdict = judged(request, lenient);
    return policies.reaches(call, KandyTokens.PLATFORM)
        ? explained(call, Optional.empty(), verdict)
        : new Verdict.Invalid(Reason.UNRESTRICTED_NOT_ALLOWED, "", List.of(), false);
  }

  private Verdict judged(Fields request, boolean lenient) {
    Identity callee = Named.required("callee", request.text("callee"));
    @Nullable Fields context = request.objectOrNull("context");
    if (context == null) {
      return verdicts.judge(
          callee.text(), Optional.empty(), Optional.empty(), clock.instant(), lenient);
    }
    context.only("from", "client");
    Optional<String> from =
        Named.optional("context.from", context.textOrNull("from")).map(Identity::text);
    return verdicts.judge(callee.text(), from, Named.client(context), clock.instant(), lenient);
  }

  /** The path of this request is there, so a realm that is not makes the request wrong. */
  private KandyRealm realm(Call call, @Nullable String name) {
    try {
      return tokens.realm(call, name);
    } catch (Refused e) {
      throw Refused.badRequest(e.problem().code(), e.problem().detail());
    }
  }

  /** A member that may stand in the context, or beside the token for short. */
  private static @Nullable String beside(String member, Fields request, @Nullable Fields context) {
    String inside = context == null ? null : context.textOrNull(member);
    String outside = request.textOrNull(member);
    if (inside != null && outside != null) {
      throw Refused.badRequest(
          "context-twice", "give " + member + " inside of context, or beside the token");
    }
    return inside == null ? outside : inside;
  }
}
