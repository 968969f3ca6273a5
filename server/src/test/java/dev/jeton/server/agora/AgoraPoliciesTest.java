package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Proof;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.policies.HeldPolicies;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Service;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Registered callers at Agora's one issuing place. */
class AgoraPoliciesTest {
  private static final String APP = "Authorization: Bearer app";
  private static final Policies POLICIES = HeldPolicies.of(
      new AgoraPolicies(),
      policy("listeners", "`readyMade`:`listen-only`,`maxTtlSeconds`:60"),
      policy("own", "`readyMade`:`own-user`,`platforms`:[`agora`]"),
      policy("team", "`when`:`user.startsWith('team-')`,`platforms`:[`agora`]"),
      policy("wide", "`when`:`true`,`platforms`:[`agora`],`powers`:[`any-channel`]"));

  private final AgoraTokens tokens = tokens();

  @Test
  void aListenerGetsNoPublishersToken() throws Exception {
    assertThat(status("/rtc/lobby/subscriber/account/bob", "listeners")).isEqualTo(200);
    assertThat(status("/rtc/lobby/publisher/account/bob", "listeners")).isEqualTo(403);
  }

  @Test
  void theOwnUserIsOneByAccountNameAndByItsLastingUid() throws Exception {
    assertThat(status("/rtc/lobby/publisher/account/app", "own")).isEqualTo(200);
    assertThat(status("/rtc/lobby/publisher/user/app", "own")).isEqualTo(200);
    assertThat(status("/rtc/lobby/publisher/account/bob", "own")).isEqualTo(403);
    assertThat(status("/rtc/lobby/publisher/user/bob", "own")).isEqualTo(403);
    assertThat(status("/rtc/lobby/publisher/uid/7", "own")).isEqualTo(403);
  }

  @Test
  void aUserIsKnownByTheNameThatTheRequestGives() throws Exception {
    assertThat(status("/rtc/lobby/publisher/user/team-a", "team")).isEqualTo(200);
    assertThat(status("/rtc/lobby/publisher/user/bob", "team")).isEqualTo(403);
  }

  @Test
  void aUsersLastingUidGoesWithTheCallerAndNotWithItsName() throws Exception {
    String uid = uid("c1", "app");
    assertThat(uid("c1", "renamed")).isEqualTo(uid);
    assertThat(uid("c2", "app")).isNotEqualTo(uid);
  }

  private String uid(String id, String name) throws Exception {
    Proof proof = HeldPolicies.proof(id, name, false, "team");
    try (TestServer server = new TestServer(proof, new RecordingAudit(), this::open)) {
      return server.client.get("/uid/team-a", "Authorization: Bearer " + name).body();
    }
  }

  @Test
  void aPowerDoesNotReplaceTheProjectsOwnGrant() throws Exception {
    assertThat(status("/rtc/*/subscriber/account/bob", "wide")).isEqualTo(403);
    assertThat(status("/rtc/*/subscriber/account/bob", "listeners")).isEqualTo(403);
    assertThat(body("/rtc/*/subscriber/account/bob", "wide")).contains("not-granted");
    assertThat(body("/rtc/*/subscriber/account/bob", "listeners")).contains("not-permitted");
  }

  @Test
  void lifetimesAreThoseOfThePolicyWhereItsAreShorter() throws Exception {
    assertThat(body("/lifetimes", "listeners")).isEqualTo("60 60");
    assertThat(body("/lifetimes", "listeners", "own")).isEqualTo("3600 86400");
  }

  @Test
  void aProjectOfWhichNoPolicySpeaksIsUnknown() throws Exception {
    assertThat(status("/named/shop", "own")).isEqualTo(200);
    assertThat(body("/named/other", "own")).contains("unknown-project");
    assertThat(body("/named/none", "own")).contains("unknown-project");
  }

  private int status(String path, String... policies) throws Exception {
    try (TestServer server = server(policies)) {
      return server.client.get(path, APP).status();
    }
  }

  private String body(String path, String... policies) throws Exception {
    try (TestServer server = server(policies)) {
      return server.client.get(path, APP).body();
    }
  }

  private TestServer server(String... policies) {
    return new TestServer(
        HeldPolicies.proof("app", false, policies), new RecordingAudit(), this::open);
  }

  private void open(DoorRegistry doors) {
    doors.open(Door.get("/rtc/{channel}/{role}/{what}/{user}", Need.MINT, this::rtc));
    doors.open(Door.get(
        "/uid/{user}",
        Need.MINT,
        call -> Answer.text(
            200,
            tokens.uidOf(call, tokens.project(call, "shop"), call.path("user")).wire())));
    doors.open(Door.get("/lifetimes", Need.MINT, call -> {
      Lifetimes lifetimes = tokens.lifetimes(call, tokens.project(call, "shop"));
      return Answer.text(200, lifetimes.usual() + " " + lifetimes.longest());
    }));
    doors.open(Door.get(
        "/named/{project}",
        Need.MINT,
        call -> Answer.text(200, tokens.project(call, call.path("project")).name())));
  }

  private Answer rtc(Call call) {
    AgoraProject project = tokens.project(call, "shop");
    String name = call.path("user");
    AgoraUser user =
        switch (call.path("what")) {
          case "uid" -> AgoraUser.uid(Long.parseLong(name));
          case "user" -> tokens.uidOf(call, project, name);
          default -> AgoraUser.account(name);
        };
    Map<String, String> named =
        call.path("what").equals("user") ? Map.of(user.wire(), name) : Map.of();
    RtcRole role = call.path("role").equals("publisher") ? RtcRole.PUBLISHER : RtcRole.SUBSCRIBER;
    Service rtc =
        new Service.Rtc(new Channel(call.path("channel")), user, Privileges.rtc(role, 60));
    return tokens
        .issue(call, project, List.of(rtc), named, 60, Projects.START, new Random(2))
        .complete(Answer.text(200, "minted"));
  }

  private static AgoraTokens tokens() {
    AgoraProjects projects = new AgoraProjects(DemoProject.create(new Random(1)));
    KeyVersions keys = KeyVersions.startingWith(KeyVersion.prepared("k1", Projects.START));
    projects.hold(List.of(
        Projects.stored(Projects.spec("shop"), keys),
        Projects.stored(Projects.spec("other"), keys)));
    return new AgoraTokens(
        projects,
        InstantSource.fixed(Projects.START),
        new Random(3),
        new StableUid(Secret.ofText("0123456789abcdef0123456789abcdef")),
        POLICIES);
  }

  /** For the project shop; ` is a quote. */
  private static String policy(String name, String members) {
    return ("{`name`:`" + name + "`,`projects`:[`shop`]," + members + "}").replace('`', '"');
  }
}
