package dev.jeton.server.agora;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.Policies;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.Service;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Issues Agora tokens to callers: finds the project, asks its grants, mints. */
public final class AgoraTokens {
  /** The event in the audit. */
  public static final String EVENT = "agora-mint";

  public static final String PLATFORM = "agora";

  private final AgoraProjects projects;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final StableUid uids;
  private final Policies policies;

  AgoraTokens(
      AgoraProjects projects,
      InstantSource clock,
      RandomGenerator random,
      StableUid uids,
      Policies policies) {
    this.projects = projects;
    this.clock = clock;
    this.random = random;
    this.uids = uids;
    this.policies = policies;
  }

  /** A project of the settings or the store, as an operator names it. */
  public AgoraProject administered(String reference) {
    return projects
        .find(reference)
        .filter(project -> !project.demo())
        .orElseThrow(() -> unknown("not-found"));
  }

  private static Refused unknown(String code) {
    return new Refused(new Problem(404, code, "there is no Agora project of that name here"));
  }

  /** The project that is named, or the default one, if the caller may have tokens of it. */
  public AgoraProject project(Call call, @Nullable String name) {
    Optional<AgoraProject> found = (name == null ? projects.standard() : projects.named(name))
        .filter(one -> policies.reaches(call, PLATFORM, one.name()));
    if (found.isEmpty()) {
      throw name == null
          ? Refused.badRequest(
              "project-needed", "none of the projects here is the default; name one")
          : unknown("unknown-project");
    }
    AgoraProject project = found.get();
    if (project.demo() && !call.local()) {
      throw new Refused(new Problem(
          403,
          "demo-is-local",
          "only the demo project is here, and it serves this machine alone;"
              + " configure AGORA_APP_ID and AGORA_APP_CERTIFICATE"));
    }
    return project;
  }

  /** Issues one token for the services. */
  public Issued issue(Call call, AgoraProject project, List<Service> services, long ttlSeconds) {
    return issue(call, project, services, Map.of(), ttlSeconds, clock.instant(), random);
  }

  /**
   * Issues one token with a moment and randomness of the caller's.
   *
   * @param named which of the uids in it stand for users whom the caller named
   */
  public Issued issue(
      Call call,
      AgoraProject project,
      List<Service> services,
      Map<String, String> named,
      long ttlSeconds,
      Instant now,
      RandomGenerator moment) {
    policies.require(call, () -> parts(call, project, services, named, ttlSeconds));
    Minting.missingGrant(project, services).ifPresent(missing -> {
      throw new Refused(new Problem(
          403,
          "not-granted",
          "such a token needs the grant "
              + missing.word()
              + ", which this project does not name (allow, or AGORA_ALLOW)"));
    });
    Reach.users(services).forEach(call::countFor);
    return issueUngranted(call, project, services, ttlSeconds, now, moment);
  }

  /** The same without asking for grants, for operators, who could give them. */
  public Issued issueUngranted(
      Call call,
      AgoraProject project,
      List<Service> services,
      long ttlSeconds,
      Instant now,
      RandomGenerator moment) {
    if (!Minting.canCarry(project.version(), services)) {
      throw Refused.badRequest(
          "not-in-006",
          "this project mints 006 tokens, which carry one RTC or one RTM service and nothing else;"
              + " set its token version to 007");
    }
    AppCertificate certificate = project.signing(now).orElseThrow(() -> project.noCertificate(now));
    MintedToken minted = Minting.mint(project, certificate, services, ttlSeconds, now, moment);
    project.use().countMinted();
    return new Issued(call, project, services, minted);
  }

  /** How long its tokens live if this caller asks for them. */
  public Lifetimes lifetimes(Call call, AgoraProject project) {
    return project
        .lifetimes()
        .upTo(
            policies.longest(call, PLATFORM, project.name(), project.lifetimes().longest()));
  }

  /**
   * The longest lifetime, up to that one, for which this caller may have a token for the services.
   *
   * @param named which of the uids in it stand for users whom the caller named
   */
  public long fitting(
      Call call,
      AgoraProject project,
      Map<String, String> named,
      long ttlSeconds,
      LongFunction<List<Service>> services) {
    return policies.fitting(
        call,
        PLATFORM,
        project.name(),
        ttlSeconds,
        seconds -> parts(call, project, services.apply(seconds), named, seconds));
  }

  private List<Asked> parts(
      Call call,
      AgoraProject project,
      List<Service> services,
      Map<String, String> named,
      long ttlSeconds) {
    return new Requested(project, services, ttlSeconds, uid -> user(call, project, named, uid))
        .parts();
  }

  /** Whose uid that is, as far as this can be known. */
  private String user(Call call, AgoraProject project, Map<String, String> named, String uid) {
    return Optional.ofNullable(named.get(uid))
        .or(() -> policies
            .ownUser(call)
            .filter(own -> uidOf(call, project, own).wire().equals(uid)))
        .orElse(uid);
  }

  /** The lasting uid of a user whom the caller names. */
  public AgoraUser uidOf(Call call, AgoraProject project, String user) {
    return uids.of(project, call.caller().key(), user);
  }

  /** A uid for a user without a name. */
  public AgoraUser randomUid() {
    return StableUid.random(random);
  }

  InstantSource clock() {
    return clock;
  }
}
