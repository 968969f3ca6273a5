package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.Proof;
import dev.jeton.server.access.Role;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoliciesAtTheDoorTest {
  private static final Policies POLICIES = HeldPolicies.of(
      new Tokens(),
      "{\"name\":\"short\",\"platforms\":[\"agora\"],\"projects\":[\"shop\"],"
          + "\"maxTtlSeconds\":60,\"when\":\"channel == 'lobby'\"}",
      "{\"name\":\"long\",\"platforms\":[\"agora\"],\"projects\":[\"sh*\"],"
          + "\"maxTtlSeconds\":600,\"when\":\"channel == 'hall'\"}",
      "{\"name\":\"told\",\"platforms\":[\"agora\"],\"projects\":[\"shop\"],"
          + "\"explain\":true,\"when\":\"channel == 'cellar'\"}",
      "{\"name\":\"told-elsewhere\",\"platforms\":[\"agora\"],\"projects\":[\"other\"],"
          + "\"explain\":true,\"when\":\"true\"}");

  private final RecordingAudit audit = new RecordingAudit();

  @Test
  void aCallerGetsWhatOneOfItsPoliciesAllows() throws Exception {
    try (TestServer server = server(HeldPolicies.proof("app", false, "short", "long"))) {
      assertThat(ask(server, "lobby", "Authorization: Bearer app").body()).isEqualTo("lobby 600");
      assertThat(ask(server, "hall", "Authorization: Bearer app").status()).isEqualTo(200);
      assertThat(ask(server, "cellar", "Authorization: Bearer app").status()).isEqualTo(403);
    }
  }

  @Test
  void outsideARefusalIsOneSentenceAndTheAuditHasTheReasons() throws Exception {
    try (TestServer server = server(HeldPolicies.proof("app", false, "short"))) {
      WireAnswer refused = ask(server, "hall", "Authorization: Bearer app");
      assertThat(refused.body())
          .contains("not-permitted", "your policies do not permit such a token\"")
          .doesNotContain("short");
      AuditRow row = audit.rows.get(audit.rows.size() - 1);
      assertThat(row.code()).isEqualTo("not-permitted");
      assertThat(row.caller()).isEqualTo("caller:app");
      assertThat(row.details()).containsEntry("why", "short: its condition does not hold");
    }
  }

  @Test
  void whoMayLearnReasonsIsTold() throws Exception {
    try (TestServer server = server(HeldPolicies.proof("app", true, "short", "told"))) {
      assertThat(ask(server, "hall", "Authorization: Bearer app").body())
          .contains("such a token: short: its condition does not hold; told: its condition does");
    }
  }

  @Test
  void aPolicyExplainsNothingOfOtherProjects() throws Exception {
    try (TestServer server = server(HeldPolicies.proof("app", true, "short", "told-elsewhere"))) {
      assertThat(ask(server, "hall", "Authorization: Bearer app").body())
          .contains("such a token\"")
          .doesNotContain("condition");
    }
  }

  @Test
  void aCallerWithoutAPolicyGetsNothingAndKnowsOfNothing() throws Exception {
    try (TestServer server = server(HeldPolicies.proof("app", false))) {
      assertThat(ask(server, "lobby", "Authorization: Bearer app").status()).isEqualTo(403);
      assertThat(audit.rows.get(audit.rows.size() - 1).code()).isEqualTo("no-policy");
      assertThat(server.client.get("/reaches", "Authorization: Bearer app").body())
          .isEqualTo("shop false, other false");
    }
  }

  @Test
  void nothingIsNothingThatIsPermitted() throws Exception {
    try (TestServer server = server(HeldPolicies.proof("app", false, "short"))) {
      assertThat(server.client.get("/nothing", "Authorization: Bearer app").status())
          .isEqualTo(403);
      assertThat(server.client.get("/nothing").status()).isEqualTo(200);
    }
  }

  @Test
  void projectsOfWhichNoPolicySpeaksAreUnknown() throws Exception {
    try (TestServer server = server(HeldPolicies.proof("app", false, "short"))) {
      assertThat(server.client.get("/reaches", "Authorization: Bearer app").body())
          .isEqualTo("shop true, other false");
      assertThat(server.client.get("/reaches").body()).isEqualTo("shop true, other true");
    }
  }

  @Test
  void localCallersAndOperatorsAreAskedForNoPolicy() throws Exception {
    try (TestServer server = server(HeldPolicies.proof("app", false))) {
      assertThat(ask(server, "cellar").body()).isEqualTo("cellar 86400");
      assertThat(ask(server, "cellar", TestServer.PROOF).status()).isEqualTo(200);
    }
  }

  @Test
  void peopleMintAsOperatorsAlone() throws Exception {
    for (Role role : Role.values()) {
      Caller person = new Caller.Person("1", "ann", Set.of(role), Instant.EPOCH);
      Proof proof =
          presented -> presented.bearer().map(text -> (Identified) new Identified.As(person));
      try (TestServer server = server(proof)) {
        assertThat(ask(server, "lobby", "Authorization: Bearer ann").status())
            .as(role.word())
            .isEqualTo(role == Role.OPERATOR ? 200 : 403);
      }
    }
  }

  private TestServer server(Proof proof) {
    return new TestServer(proof, audit, PoliciesAtTheDoorTest::open);
  }

  private static void open(DoorRegistry doors) {
    doors.open(Door.get("/mint/{channel}", Need.MINT, PoliciesAtTheDoorTest::mint));
    doors.open(Door.get("/nothing", Need.MINT, call -> {
      POLICIES.require(call, List::of);
      return Answer.text(200, "");
    }));
    doors.open(Door.get(
        "/reaches",
        Need.MINT,
        call -> Answer.text(
            200,
            "shop " + POLICIES.reaches(call, "agora", "shop") + ", other "
                + POLICIES.reaches(call, "agora", "other"))));
  }

  private static Answer mint(Call call) {
    String channel = call.path("channel");
    POLICIES.require(
        call, () -> List.of(Asked.of("agora", "rtc", "shop", 60).with(Word.CHANNEL, channel)));
    return Answer.text(200, channel + " " + POLICIES.longest(call, "agora", "shop", 86_400));
  }

  private static WireAnswer ask(TestServer server, String channel, String... headers)
      throws Exception {
    return server.client.get("/mint/" + channel, headers);
  }
}
