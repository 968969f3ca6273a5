package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraProjects;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.api.TokenVerifier;
import dev.jeton.server.api.Verdict;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.revocations.RevokedTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Check;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.RawAccessToken;
import dev.jeton.tokens.agora.RawAccessToken2;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Verifies tokens of this server's projects, whoever minted them. */
@Singleton
final class AgoraTokenVerifier implements TokenVerifier {
  private final AgoraProjects projects;
  private final Policies policies;
  private final RevokedTokens revoked;
  private final InstantSource clock;

  AgoraTokenVerifier(
      AgoraProjects projects, Policies policies, RevokedTokens revoked, InstantSource clock) {
    this.projects = projects;
    this.policies = policies;
    this.revoked = revoked;
    this.clock = clock;
  }

  @Override
  public String platform() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public Verdict verify(Call call, Fields request, boolean lenient) {
    request.only(
        "platform", "token", "project", "appId", "context", "lenient", "channel", "uid", "account");
    String token = request.textOrNull("token");
    Expected expected = expected(request);
    if (token == null) {
      AgoraProject project = named(call, request)
          .orElseThrow(() -> Refused.badRequest(
              "missing-member",
              "token is missing; give it, or ask with the appId alone whether one is needed"));
      return explained(call, Optional.of(project), withoutToken(project));
    }
    Optional<AgoraProject> project = project(call, request, token);
    return explained(call, project, verify(project, token, expected, lenient));
  }

  private Verdict explained(Call call, Optional<AgoraProject> project, Verdict verdict) {
    return verdict.explainedIf(
        policies.explains(call, AgoraTokens.PLATFORM, project.map(AgoraProject::name)));
  }

  private Verdict verify(
      Optional<AgoraProject> project, String token, Expected expected, boolean lenient) {
    Outcome<AgoraProject.Verified> outcome = project.isPresent()
        ? project.get().verify(token, expected).then(one -> unlessRevoked(token, one, expected))
        : unknownProject(token);
    if (outcome instanceof Outcome.Refused<AgoraProject.Verified> refused) {
      return new Verdict.Invalid(refused.reason(), refused.detail(), missing(refused, expected));
    }
    AgoraProject.Verified verified = ((Outcome.Accepted<AgoraProject.Verified>) outcome).value();
    List<String> unchecked =
        verified.token().unchecked().stream().map(Check::word).toList();
    if (!unchecked.isEmpty() && !lenient) {
      return new Verdict.Invalid(
          Reason.CONTEXT_MISSING,
          "not everything could be checked; give context."
              + String.join(" and context.", unchecked),
          unchecked);
    }
    project.orElseThrow().use().countVerified();
    return new Verdict.Valid(json -> members(json, project.orElseThrow(), verified), unchecked);
  }

  private Outcome<AgoraProject.Verified> unlessRevoked(
      String text, AgoraProject.Verified verified, Expected expected) {
    return revoked.pass(
        AgoraTokens.PLATFORM,
        verified,
        one -> AgoraRevocations.facts(text, one.token(), expected.user()));
  }

  /** Somebody joins without a token: the project says whether that is enough. */
  private static Verdict withoutToken(AgoraProject project) {
    if (!project.spec().authentication().letsInWithoutToken()) {
      return new Verdict.Invalid(
          Reason.TOKEN_REQUIRED, "nobody joins this project without a token", List.of());
    }
    project.use().countWithoutToken();
    return new Verdict.Valid(
        json -> json.put("project", project.name())
            .put("appId", project.appId().text())
            .put("authentication", project.spec().authentication().word()),
        List.of("token", Check.CHANNEL.word(), Check.USER.word()));
  }

  private static void members(Json json, AgoraProject project, AgoraProject.Verified verified) {
    json.put("project", project.name());
    TokenJson.put(json, verified.token());
    json.put("signedBy", verified.signedBy().slot());
  }

  /** The context stands in {@code context}, or beside the token for short. */
  private static Expected expectedFrom(Fields context, Expected expected) {
    Expected all = expected;
    if (context.has("channel")) {
      all = all.channel(new Channel(context.text("channel")));
    }
    Optional<AgoraUser> user = Members.uidOrAccount(context);
    if (user.isPresent()) {
      all = all.user(user.get());
    } else if (context.has("user")) {
      all = all.user(Wanted.account(context.text("user")));
    }
    return all;
  }

  private Expected expected(Fields request) {
    Expected expected = expectedFrom(request, Expected.at(clock.instant()));
    Fields context = request.objectOrNull("context");
    if (context == null) {
      return expected;
    }
    context.only("project", "appId", "channel", "uid", "account", "user");
    if (request.has("channel") || request.has("uid") || request.has("account")) {
      throw Refused.badRequest(
          "context-twice", "give channel, uid and account inside of context, or beside the token");
    }
    return expectedFrom(context, expected);
  }

  private Optional<AgoraProject> project(Call call, Fields request, String token) {
    return named(call, request)
        .or(() -> claimed(token).flatMap(projects::of).filter(one -> isFor(one, call)));
  }

  /** The project that the request names; one that is not there is no token's fault. */
  private Optional<AgoraProject> named(Call call, Fields request) {
    Fields context = request.objectOrNull("context");
    Optional<String> named = Stream.of("project", "appId")
        .flatMap(member -> Stream.of(Optional.of(request), Optional.ofNullable(context))
            .flatMap(Optional::stream)
            .flatMap(fields -> Stream.ofNullable(fields.textOrNull(member))))
        .findFirst();
    return named.map(name -> projects
        .named(name)
        .filter(one -> isFor(one, call))
        .orElseThrow(
            () -> Refused.badRequest("unknown-project", "there is no such Agora project here")));
  }

  private boolean isFor(AgoraProject project, Call call) {
    return (!project.demo() || call.local())
        && policies.reaches(call, AgoraTokens.PLATFORM, project.name());
  }

  /** The App ID that the token claims. It only chooses the certificates; the signature decides. */
  private static Optional<AppId> claimed(String token) {
    Outcome<AppId> appId = token.startsWith(AccessToken.VERSION)
        ? RawAccessToken.parse(token).then(raw -> Outcome.accepted(raw.appId()))
        : RawAccessToken2.parse(token).then(raw -> Outcome.accepted(raw.appId()));
    return appId instanceof Outcome.Accepted<AppId> accepted
        ? Optional.of(accepted.value())
        : Optional.empty();
  }

  private static Outcome<AgoraProject.Verified> unknownProject(String token) {
    Outcome<AgoraProject.Verified> mismatch =
        Outcome.refused(Reason.APP_ID_MISMATCH, "it belongs to no project of this server");
    return token.startsWith(AccessToken.VERSION)
        ? RawAccessToken.parse(token).then(raw -> mismatch)
        : RawAccessToken2.parse(token).then(raw -> mismatch);
  }

  private static List<String> missing(
      Outcome.Refused<AgoraProject.Verified> refused, Expected expected) {
    if (refused.reason() != Reason.CONTEXT_MISSING) {
      return List.of();
    }
    return expected.user().isPresent()
        ? List.of(Check.CHANNEL.word())
        : expected.channel().isPresent()
            ? List.of(Check.USER.word())
            : List.of(Check.CHANNEL.word(), Check.USER.word());
  }
}
