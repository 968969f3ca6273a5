package dev.jeton.server.agora.kick;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraProjects;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.kick.BanningRules.Customer;
import dev.jeton.server.agora.kick.Reached.Answered;
import dev.jeton.server.agora.kick.Reached.Failed;
import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/agora/projects/{ref}/kick}: has Agora keep a user out. */
@Singleton
final class KickDoor implements Doors {
  private static final String PATH = "/api/v1/agora/projects/{ref}/kick";
  private static final String EVENT = "agora-kick";

  private final AgoraProjects projects;
  private final LiveSettings live;
  private final BanningRules rules;
  private final AuditLog audit;

  @Inject
  KickDoor(AgoraProjects projects, Settings settings, LiveSettings live, AuditLog audit) {
    this(
        projects,
        live,
        new BanningRules(settings.get(KickSettings.class), BanningRules.PATIENCE),
        audit);
  }

  KickDoor(AgoraProjects projects, LiveSettings live, BanningRules rules, AuditLog audit) {
    this.projects = projects;
    this.live = live;
    this.rules = rules;
    this.audit = audit;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post(PATH, Need.ADMINISTRATION, this::kick)
        .audited(EVENT, AgoraTokens.PLATFORM)
        .right("revocations", Verb.WRITE)
        .offTheLoop());
  }

  private Answer kick(Call call) {
    IdempotencyKey.refuse(call);
    Kick kick = Kick.read(call.body());
    AgoraProject project = projects
        .find(call.path("ref"))
        .orElseThrow(() -> new Refused(
            new Problem(404, "not-found", "there is no Agora project of that id or name here")));
    Customer customer = customer();
    record(row(call, project, kick, "asked", null, Map.of()));
    Reached reached = rules.make(customer, project.appId(), kick);
    return reached instanceof Answered answered
        ? answer(call, project, kick, answered)
        : failed(project, kick, (Failed) reached);
  }

  private Customer customer() {
    Optional<String> id = live.get(KickSection.CUSTOMER_ID);
    Optional<String> secret = live.get(KickSection.CUSTOMER_SECRET);
    if (id.isEmpty() || secret.isEmpty()) {
      throw new Refused(new Problem(
          409,
          "no-customer",
          "Agora cannot be asked: set " + KickSection.CUSTOMER_ID.name() + " and "
              + KickSection.CUSTOMER_SECRET.name() + " to those of the account's RESTful API"));
    }
    return new Customer(id.get(), secret.get());
  }

  private static Answer answer(Call call, AgoraProject project, Kick kick, Answered answered) {
    Map<String, String> more = new TreeMap<>();
    more.put("status", Integer.toString(answered.status()));
    answered.rule().ifPresent(rule -> more.put("rule", Long.toString(rule)));
    if (!answered.isDone()) {
      String said = answered.message().map(text -> ": " + text).orElse("");
      Problem problem = new Problem(
          502,
          "agora-refused",
          "Agora answers " + answered.status() + said + meaning(answered.status()));
      throw new Refused(problem)
          .recordedAs(problem.code(), details(project, kick, more), people(kick));
    }
    return Answer.json(200, Json.object(json -> {
          json.put("kicked", true).put("project", project.name());
          json.put("agora", said -> {
            said.put("status", answered.status());
            answered.rule().ifPresent(rule -> said.put("rule", rule));
            said.put("message", answered.message().orElse(null));
          });
        }))
        .audited(row(call, project, kick, "done", null, more));
  }

  private static String meaning(int status) {
    return switch (status) {
      case 401, 403 ->
        "; are agora.customer-id and agora.customer-secret those of the account with this App ID?";
      case 429 -> "; it takes ten such requests a second from one account, try again";
      default -> "";
    };
  }

  private static Answer failed(AgoraProject project, Kick kick, Failed failed) {
    Map<String, String> more = Map.of("done", failed.unknown() ? "unknown" : "no");
    throw new Refused(new Problem(failed.unknown() ? 504 : 502, failed.code(), failed.detail()))
        .recordedAs(failed.code(), details(project, kick, more), people(kick));
  }

  /** Agora is not asked to do what nobody could find out later. */
  private void record(AuditRow row) {
    CompletableFuture<AuditOutcome> outcome = new CompletableFuture<>();
    audit.append(List.of(row), Runnable::run, outcome::complete);
    if (!(outcome.join() instanceof AuditOutcome.Written)) {
      throw new Refused(new Problem(
          503,
          "audit-unavailable",
          "the audit log cannot be written at the moment, so Agora was not asked; try again"));
    }
  }

  private static AuditRow row(
      Call call,
      AgoraProject project,
      Kick kick,
      String outcome,
      @Nullable String code,
      Map<String, String> more) {
    return call.row(outcome, code, details(project, kick, more)).about(people(kick));
  }

  private static Map<String, String> details(
      AgoraProject project, Kick kick, Map<String, String> more) {
    Map<String, String> details = new TreeMap<>(more);
    details.put("project", project.name());
    details.put("privileges", String.join(" ", kick.privileges()));
    details.put("seconds", Long.toString(kick.seconds()));
    kick.channel().ifPresent(channel -> details.put("channel", channel.name()));
    return details;
  }

  private static People people(Kick kick) {
    People people =
        kick.uid().map(uid -> People.NONE.and("user", Long.toString(uid))).orElse(People.NONE);
    return kick.ip().map(ip -> people.and("ip", ip)).orElse(people);
  }
}
