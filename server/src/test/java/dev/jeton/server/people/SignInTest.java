package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest {
  private static final String CURRENT = "/api/v1/sessions/current";

  @TempDir
  private Path folder;

  private PeopleServer server(Dialect dialect) {
    return new PeopleServer(Stores.database(dialect, folder));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoSignsInIsKnownByTheCookie(Dialect dialect) {
    try (PeopleServer server = server(dialect)) {
      Browser alice = server.signedIn("alice", "auditor");
      assertThat(alice.done("GET", CURRENT, "").text("name")).isEqualTo("alice");
      assertThat(alice.done("GET", CURRENT, "").texts("roles")).containsExactly("auditor");
      assertThat(alice.code("GET", PersonKind.PATH, "")).isEqualTo("200");
      assertThat(alice.code("POST", PersonKind.PATH, "{\"name\":\"bob\"}"))
          .isEqualTo("403 not-allowed");
      AuditRow row = server.audit.notes.get(server.audit.notes.size() - 1);
      assertThat(row.event() + " " + row.outcome()).isEqualTo("person-create refused");
      assertThat(row.caller())
          .isEqualTo("person:" + alice.done("GET", CURRENT, "").text("person"));
      assertThat(row.people().byRole()).containsEntry("caller", List.of("alice"));
    }
  }

  @Test
  void nameIsTakenWhateverItsCaseAndThePasswordIsNot() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      server.make("alice", "auditor");
      assertThat(server.browser().signIn("ALICE", PeopleServer.PASSWORD).statusCode())
          .isEqualTo(200);
      assertThat(server.browser().signIn("alice", "Four random words here").statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void theSameIsAnsweredWhateverIsWrongAndTheAuditTellsWhat() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      server.make("alice", "auditor");
      server.make("bob", "auditor");
      Browser operator = server.operator();
      operator.done("PATCH", PersonKind.PATH + "/bob", "{\"enabled\":false}");
      operator.done("POST", PersonKind.PATH, "{\"name\":\"carol\"}");
      server.audit.notes.clear();
      server.comparisons.set(0);
      List<HttpResponse<String>> answers = List.of(
          server.browser().signIn("nobody", PeopleServer.PASSWORD),
          server.browser().signIn("alice", "not the password"),
          server.browser().signIn("bob", PeopleServer.PASSWORD),
          server.browser().signIn("carol", PeopleServer.PASSWORD));
      assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401);
      assertThat(server.comparisons).as("one hash each").hasValue(4);
      assertThat(answers)
          .extracting(answer -> Browser.json(answer).without("requestId").fingerprint())
          .containsOnly(Browser.json(answers.get(0)).without("requestId").fingerprint());
      assertThat(answers)
          .allMatch(answer -> answer.headers().firstValue("Set-Cookie").isEmpty());
      assertThat(server.audit.notes)
          .extracting(AuditRow::code)
          .containsExactly("PERSON_UNKNOWN", "PASSWORD_WRONG", "PERSON_DISABLED", "PASSWORD_NONE");
      assertThat(server.audit.notes.get(0).people().byRole()).isEmpty();
      assertThat(server.audit.notes.get(1).people().byRole())
          .containsEntry("person", List.of("alice"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aSessionIsKnownAfterARestartAndOnOtherNodes(Dialect dialect) {
    try (PeopleServer before = server(dialect)) {
      Browser alice = before.signedIn("alice", "auditor");
      PeopleServer after = new PeopleServer(before.database());
      assertThat(alice.at(after).code("GET", CURRENT, "")).isEqualTo("200");
      assertThat(alice.at(after).code("POST", "/sign-out", "{}")).isEqualTo("204");
      assertThat(alice.at(after).code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      assertThat(before.snapshot.refresh()).isTrue();
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      after.stop();
    }
  }

  @Test
  void aSessionEndsWhenNobodyUsesItForHalfAnHour() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      server.now = server.now.plus(Duration.ofMinutes(30)).minusSeconds(1);
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("200");
      server.now = server.now.plus(Duration.ofMinutes(30)).minusSeconds(1);
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("200");
      server.now = server.now.plus(Duration.ofMinutes(30));
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
    }
  }

  @Test
  void aSessionEndsAfterTwelveHoursHoweverBusyItIs() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      for (int i = 0; i < 35; i++) {
        server.now = server.now.plus(Duration.ofMinutes(20));
        assertThat(alice.code("GET", CURRENT, "")).isEqualTo("200");
      }
      server.now = PeopleServer.START.plus(Duration.ofHours(12)).minusSeconds(1);
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("200");
      server.now = PeopleServer.START.plus(Duration.ofHours(12));
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
    }
  }

  @Test
  void whatOneNodeSawOfASessionReachesTheOthersWithTheUpkeep() {
    try (PeopleServer one = server(Dialect.SQLITE)) {
      Browser alice = one.signedIn("alice", "auditor");
      PeopleServer other = new PeopleServer(one.database());
      one.now = one.now.plus(Duration.ofMinutes(20));
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("200");
      Store store = new Store(one.database());
      long revision = store.revision();
      one.upkeep.run();
      one.upkeep.run();
      assertThat(store.revision()).isEqualTo(revision + 1);
      assertThat(other.snapshot.refresh()).isTrue();
      other.now = PeopleServer.START.plus(Duration.ofMinutes(49));
      assertThat(alice.at(other).code("GET", CURRENT, "")).isEqualTo("200");
      other.stop();
    }
  }

  @Test
  void rolesAndTheSwitchHoldAtOnceInSessionsThatAreOpen() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      server.operator().done("PATCH", PersonKind.PATH + "/alice", "{\"roles\":[]}");
      assertThat(alice.code("GET", PersonKind.PATH, "")).isEqualTo("403 not-allowed");
      server.operator().done("PATCH", PersonKind.PATH + "/alice", "{\"enabled\":false}");
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
    }
  }

  @Test
  void whoIsSwitchedOffAndOnAgainIsNotSignedInAgain() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      String person = PersonKind.PATH + "/alice";
      String link = server.operator().done("POST", person + "/link", "{}").text("link");
      server.operator().done("PATCH", person, "{\"enabled\":false}");
      server.operator().done("PATCH", person, "{\"enabled\":true}");
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      assertThat(server
              .browser()
              .code("POST", "/welcome", PeopleServer.welcome(link, "other words of mine")))
          .isEqualTo("401 link-ended");
      alice.signIn("alice", PeopleServer.PASSWORD);
      server.operator().done("POST", "/api/v1/apply", apply("false"));
      server.operator().done("POST", "/api/v1/apply", apply("true"));
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
    }
  }

  private static String apply(String enabled) {
    return "{\"yaml\":\"resources:\\n- kind: person\\n  name: alice\\n  roles: [auditor]\\n"
        + "  enabled: " + enabled + "\\n\"}";
  }

  @Test
  void aSessionThatThisNodeSawLatelyIsNotForgottenWhenAnotherBegins() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      server.now = server.now.plus(Duration.ofMinutes(29));
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("200");
      server.now = server.now.plus(Duration.ofMinutes(4));
      server.browser().signIn("alice", PeopleServer.PASSWORD);
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("200");
    }
  }

  @Test
  void aSessionThatAnotherNodeSawLatelyIsNotForgottenEither() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      PeopleServer other = new PeopleServer(server.database());
      other.now = server.now.plus(Duration.ofMinutes(29));
      assertThat(alice.at(other).code("GET", CURRENT, "")).isEqualTo("200");
      server.now = server.now.plus(Duration.ofMinutes(30)).plusSeconds(30);
      server.browser().signIn("alice", PeopleServer.PASSWORD);
      assertThat(other.snapshot.refresh()).isTrue();
      other.now = server.now;
      assertThat(alice.at(other).code("GET", CURRENT, "")).isEqualTo("200");
      other.stop();
    }
  }

  @Test
  void sessionsThatCameToTheirEndAreNotCounted() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      server.signedIn("alice", "auditor");
      String person = PersonKind.PATH + "/alice";
      assertThat(server.operator().done("GET", person, "").whole("sessions", 0, 9))
          .isEqualTo(1);
      server.now = server.now.plus(Duration.ofMinutes(30));
      assertThat(server.operator().done("GET", person, "").whole("sessions", 0, 9))
          .isEqualTo(0);
    }
  }

  @Test
  void aBrowserThatSignsInAnewLeavesNoSessionBehind() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      server.make("bob", "auditor");
      Browser former = alice.without("X-None");
      alice.signIn("alice", PeopleServer.PASSWORD);
      assertThat(former.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      Browser formerToo = alice.without("X-None");
      alice.signIn("bob", PeopleServer.PASSWORD);
      assertThat(formerToo.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      assertThat(alice.done("GET", CURRENT, "").text("name")).isEqualTo("bob");
    }
  }

  @Test
  void operatorsSeeAndEndSessions() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      Browser again = server.browser();
      again.signIn("alice", PeopleServer.PASSWORD);
      var list = server.operator().done("GET", "/api/v1/sessions?person=alice", "");
      assertThat(list.whole("total", 0, 9)).isEqualTo(2);
      String first = alice.done("GET", CURRENT, "").text("id");
      server.operator().done("DELETE", "/api/v1/sessions/" + first, "");
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      assertThat(again.code("GET", CURRENT, "")).isEqualTo("200");
      server.operator().done("DELETE", PersonKind.PATH + "/alice/sessions", "");
      assertThat(again.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      assertThat(server.operator().code("DELETE", "/api/v1/sessions/" + first, ""))
          .isEqualTo("404 not-found");
    }
  }

  @Test
  void whoIsDeletedIsSignedOutAndForgotten() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      Browser alice = server.signedIn("alice", "auditor");
      server.operator().done("DELETE", PersonKind.PATH + "/alice", "");
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      assertThat(server.logins.people()).hasSize(1);
      server.upkeep.run();
      assertThat(server.logins.people()).isEmpty();
    }
  }

  @Test
  void theCookieIsForThisServerAloneAndOutOfReachOfScripts() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      server.make("alice", "auditor");
      assertThat(server
              .browser()
              .signIn("alice", PeopleServer.PASSWORD)
              .headers()
              .firstValue("Set-Cookie"))
          .get()
          .asString()
          .matches("jeton=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200");
    }
  }

  @Test
  void overHttpsTheCookieIsBoundToTheHostAndWithoutItNobodySignsInFromAfar() throws Exception {
    try (PeopleServer server =
        new PeopleServer(Stores.database(Dialect.SQLITE, folder), TestServer.behindProxy())) {
      server.make("alice", "auditor");
      String body = "{\"name\":\"alice\",\"password\":\"" + PeopleServer.PASSWORD + "\"}";
      var secure = server
          .server()
          .client
          .post("/sign-in", body, "Host: tokens.example.com", "X-Forwarded-Proto: https");
      assertThat(secure.header("Set-Cookie")).startsWith("__Host-jeton=").endsWith("; Secure");
      var plain = server.server().client.post("/sign-in", body, "Host: tokens.example.com");
      assertThat(plain.status()).isEqualTo(403);
      assertThat(plain.body()).contains("https-needed");
    }
  }

  @Test
  void aForeignPageCannotSignAnybodyIn() {
    try (PeopleServer server = server(Dialect.SQLITE)) {
      server.make("alice", "auditor");
      Browser foreign = server.browser().with("Origin", "https://evil.example");
      assertThat(Browser.code(foreign.signIn("alice", PeopleServer.PASSWORD)))
          .isEqualTo("403 foreign-page");
    }
  }
}
