package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Fields;
import dev.jeton.server.people.PeopleSettings.Lockout;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockoutTest {
  private static final Instant NOW = PeopleServer.START;

  @TempDir
  private Path folder;

  private PeopleServer server;

  @BeforeEach
  void start() {
    server = new PeopleServer(Stores.database(Dialect.SQLITE, folder));
    server.make("alice", "auditor");
    server.audit.notes.clear();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int signIn(String password) {
    return server.browser().signIn("alice", password).statusCode();
  }

  private void miss(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(signIn("wrong password " + i)).isEqualTo(401);
    }
  }

  @Test
  void nineWrongOnesLockNobodyAndTheRightOneStartsOver() {
    miss(9);
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(200);
    miss(9);
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(200);
  }

  @Test
  void afterTenWrongOnesTheRightOneDoesNotCountForFifteenMinutes() {
    miss(10);
    server.now = NOW.plus(Duration.ofMinutes(15)).minusSeconds(1);
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(401);
    assertThat(server.audit.notes)
        .extracting(AuditRow::code)
        .filteredOn("ACCOUNT_LOCKED"::equals)
        .hasSize(1);
    server.now = NOW.plus(Duration.ofMinutes(15));
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(200);
  }

  @Test
  void aLockIsARowOfItsOwnWithWhomItKeepsOutAndFromWhereTheLastGuessCame() {
    miss(9);
    assertThat(server.audit.notes).extracting(AuditRow::event).containsOnly("sign-in");
    miss(2);
    assertThat(server.audit.notes)
        .filteredOn(row -> row.event().equals("person-locked"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.details())
              .containsEntry("until", "2026-11-21T00:15:00Z")
              .containsEntry("network", "127.0.0.1/32");
          assertThat(row.people().byRole()).containsEntry("person", List.of("alice"));
        });
    assertThat(server.audit.notes)
        .filteredOn(row -> row.event().equals("sign-in"))
        .allSatisfy(row -> assertThat(row.details()).containsKey("network"));
  }

  @Test
  void eachLockLastsTwiceAsLongAsTheOneBefore() {
    miss(10);
    server.now = NOW.plus(Duration.ofMinutes(15));
    miss(10);
    server.now = NOW.plus(Duration.ofMinutes(45)).minusSeconds(1);
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(401);
    server.now = NOW.plus(Duration.ofMinutes(45));
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(200);
  }

  @Test
  void anOperatorSeesTheLockAndUnlocks() {
    miss(10);
    Fields alice = server.operator().done("GET", PersonKind.PATH + "/alice", "");
    assertThat(alice.text("lockedUntil")).isEqualTo("2026-11-21T00:15:00Z");
    server.operator().done("POST", PersonKind.PATH + "/alice/unlock", "{}");
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(200);
  }

  @Test
  void aRestartForgetsNoLockThatWasWrittenDown() {
    miss(10);
    server.upkeep.run();
    PeopleServer after = new PeopleServer(server.database());
    assertThat(after.browser().signIn("alice", PeopleServer.PASSWORD).statusCode())
        .isEqualTo(401);
    after.stop();
  }

  private static final String PROVE = "/api/v1/sessions/current/prove";

  private static String password(String text) {
    return "{\"password\":\"" + text + "\"}";
  }

  @Test
  void whoUsesASessionOfAnotherCannotGuessThePasswordInPeaceEither() {
    Browser alice = server.browser();
    alice.signIn("alice", PeopleServer.PASSWORD);
    for (int i = 0; i < 9; i++) {
      assertThat(alice.code("POST", PROVE, password("wrong"))).isEqualTo("403 wrong-password");
    }
    assertThat(alice.code("POST", PROVE, password("wrong"))).isEqualTo("401 session-ended");
    assertThat(alice.code("POST", PROVE, password(PeopleServer.PASSWORD)))
        .isEqualTo("401 session-ended");
    assertThat(server.audit.rows).extracting(AuditRow::event).contains("session-end");
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(200);
  }

  @Test
  void theRightOneStartsTheCountOfASessionOverOnAllNodes() {
    PeopleServer other = new PeopleServer(server.database());
    Browser alice = server.browser();
    alice.signIn("alice", PeopleServer.PASSWORD);
    assertThat(other.snapshot.refresh()).isTrue();
    for (int i = 0; i < 9; i++) {
      alice.code("POST", PROVE, password("wrong"));
    }
    assertThat(other.snapshot.refresh()).isTrue();
    alice.at(other).done("POST", PROVE, password(PeopleServer.PASSWORD));
    assertThat(server.snapshot.refresh()).isTrue();
    assertThat(alice.code("POST", PROVE, password("wrong"))).isEqualTo("403 wrong-password");
    assertThat(other.snapshot.refresh()).isTrue();
    for (int i = 0; i < 9; i++) {
      alice.at(other).code("POST", PROVE, password("wrong"));
    }
    assertThat(alice.at(other).code("POST", PROVE, password(PeopleServer.PASSWORD)))
        .isEqualTo("401 session-ended");
    other.stop();
  }

  @Test
  void whatOthersGuessDoesNotKeepSomebodyWhoIsSignedInFromProving() {
    Browser alice = server.browser();
    alice.signIn("alice", PeopleServer.PASSWORD);
    miss(10);
    alice.done("POST", PROVE, password(PeopleServer.PASSWORD));
    miss(10);
    alice.done(
        "POST",
        "/api/v1/sessions/current/password",
        "{\"password\":\"" + PeopleServer.PASSWORD
            + "\",\"newPassword\":\"four other words here\"}");
  }

  @Test
  void locksAreForgottenADayAfterTheLastOneEnded() {
    miss(10);
    Instant end = NOW.plus(Duration.ofMinutes(15));
    server.now = end.plus(Duration.ofDays(1));
    miss(10);
    server.now = server.now.plus(Duration.ofMinutes(15));
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(200);
  }

  @Test
  void wrongOnesAreForgottenADayAfterTheLast() {
    miss(9);
    server.now = NOW.plus(Duration.ofDays(1));
    miss(9);
    assertThat(signIn(PeopleServer.PASSWORD)).isEqualTo(200);
  }

  @Test
  void twoNodesCountTogetherAndForgivingWins() {
    Lockout rules = new Lockout(10, Duration.ofMinutes(15));
    Misses two = Misses.NONE.and(NOW, rules).and(NOW, rules);
    Misses three = two.and(NOW, rules);
    assertThat(two.and(three)).isEqualTo(three);
    assertThat(three.and(two)).isEqualTo(three);
    assertThat(three.and(Misses.forgiven(NOW))).isEqualTo(Misses.forgiven(NOW));
    assertThat(Misses.forgiven(NOW).and(three)).isEqualTo(Misses.forgiven(NOW));
  }

  @Test
  void noLockLastsLongerThanADay() {
    Lockout rules = new Lockout(1, Duration.ofHours(7));
    Misses misses = Misses.NONE;
    for (int i = 0; i < 70; i++) {
      misses = misses.and(NOW, rules);
    }
    assertThat(misses.lockedUntil()).isEqualTo(NOW.plus(Duration.ofHours(24)));
  }
}
