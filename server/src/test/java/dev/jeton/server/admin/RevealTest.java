package dev.jeton.server.admin;

import static dev.jeton.server.admin.AdminServer.code;
import static dev.jeton.server.admin.AdminServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Proof;
import dev.jeton.server.access.Role;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevealTest {
  private static final String DESK = LampKind.PATH + "/desk";

  @TempDir
  Path folder;

  private static HttpResponse<String> reveal(AdminServer server, String key) {
    return server.send("POST", DESK + "/codes/" + key + "/reveal", "{}");
  }

  /** A lamp whose first code is this one; answers the id of that. */
  private static String desk(AdminServer server) {
    server.create("{\"name\":\"desk\",\"code\":\"first-code\"}");
    return json(server.get(DESK)).objects("codes").get(0).text("id");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void showsAStoredSecretAgainAndLeavesARowThatNamesItsKeyAlone(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      String key = desk(server);
      HttpResponse<String> revealed = reveal(server, key);
      assertThat(revealed.statusCode()).isEqualTo(200);
      assertThat(json(revealed).text("code")).isEqualTo("first-code");
      assertThat(json(revealed).text("id")).isEqualTo(key);
      assertThat(revealed.headers().allValues("Cache-Control")).containsExactly("no-store");
      AuditRow row = server.audit.rows.get(1);
      assertThat(row.event()).isEqualTo("lamp-reveal");
      assertThat(row.outcome()).isEqualTo("done");
      assertThat(row.details()).containsEntry("key", key).containsEntry("name", "desk");
      assertThat(row.toString()).doesNotContain("first-code");
      assertThat(json(server.get(DESK)).whole("version", 0, 9)).isEqualTo(1);
    }
  }

  @Test
  void showsTheOneThatIsNamedAsLongAsItIsLive() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      String first = desk(server);
      Fields prepared = json(server.send("POST", DESK + "/codes", "{\"code\":\"second-code\"}"));
      String second = prepared.text("id");
      assertThat(json(reveal(server, second)).text("code")).isEqualTo("second-code");
      server.send("POST", DESK + "/codes/" + second + "/activate", "{\"overlapSeconds\":60}");
      assertThat(json(reveal(server, first)).text("state")).isEqualTo("retiring");
      server.now = server.now.plus(Duration.ofSeconds(60));
      assertThat(code(reveal(server, first))).isEqualTo("409 not-live");
      server.send("POST", DESK + "/codes/" + second + "/revoke", "{}");
      assertThat(code(reveal(server, second))).isEqualTo("409 not-live");
      assertThat(code(reveal(server, "nothing"))).isEqualTo("409 unknown-key");
      assertThat(code(server.send("POST", LampKind.PATH + "/x/codes/y/reveal", "{}")))
          .isEqualTo("404 not-found");
    }
  }

  @Test
  void takesNoOtherMethodNoMemberAndNoIdempotencyKey() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      String path = DESK + "/codes/" + desk(server) + "/reveal";
      assertThat(server.get(path).statusCode()).isEqualTo(405);
      assertThat(code(server.send("POST", path, "{\"all\":true}"))).isEqualTo("400 unknown-member");
      assertThat(code(server.send("POST", path, "{}", "Idempotency-Key", "again")))
          .isEqualTo("400 no-idempotency-key-here");
    }
  }

  @Test
  void refusesWhatStandsInTheSettings() {
    LampKind lamps = new LampKind();
    lamps.fixed = List.of(Stored.fixed(
        "desk", new LampKind.Lamp("desk", "s-1", "white", false), KeyVersions.NONE, Map.of()));
    try (AdminServer server = new AdminServer(lamps, Stores.database(Dialect.SQLITE, folder))) {
      HttpResponse<String> refused = reveal(server, "primary");
      assertThat(code(refused)).isEqualTo("409 managed-by-file");
      assertThat(json(refused).text("detail")).contains("not shown here");
    }
  }

  @Test
  void showsNothingThatTheAuditCannotTell() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      String key = desk(server);
      server.audit.broken = true;
      HttpResponse<String> refused = reveal(server, key);
      assertThat(code(refused)).isEqualTo("503 audit-unavailable");
      assertThat(refused.body()).doesNotContain("first-code");
      assertThat(server.reveals.lately(server.now)).isEmpty();
    }
  }

  @Test
  void showsNothingWithoutTheStore() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      String key = desk(server);
      server.database.close();
      HttpResponse<String> refused = reveal(server, key);
      assertThat(code(refused)).isEqualTo("503 store-unavailable");
      assertThat(refused.body()).doesNotContain("first-code");
    }
  }

  @Test
  void showsSoManyInAnHourAndThenTellsWhenToComeAgain() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      String key = desk(server);
      for (int i = 0; i < AdminServer.MOST_REVEALS; i++) {
        assertThat(reveal(server, key).statusCode()).isEqualTo(200);
        server.now = server.now.plus(Duration.ofMinutes(1));
      }
      HttpResponse<String> refused = reveal(server, key);
      assertThat(code(refused)).isEqualTo("429 too-many-requests");
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("3421");
      server.now = AdminServer.START.plus(Duration.ofMinutes(60)).minusMillis(1);
      assertThat(reveal(server, key).statusCode()).isEqualTo(429);
      server.now = server.now.plusMillis(1);
      assertThat(reveal(server, key).statusCode()).isEqualTo(200);
      assertThat(reveal(server, key).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void takesAnOperatorWhoHasJustProvenWhoHeIs() {
    Instant later = AdminServer.START.plusSeconds(1);
    List<Proof> proofs = List.of(
        somebody("operator", Role.OPERATOR, later),
        somebody("stale", Role.OPERATOR, AdminServer.START),
        somebody("auditor", Role.AUDITOR, later),
        somebody("approver", Role.APPROVER, later),
        somebody("developer", Role.DEVELOPER, later));
    try (AdminServer server =
        new AdminServer(Stores.database(Dialect.SQLITE, folder), List.of(), proofs)) {
      String path = DESK + "/codes/" + desk(server) + "/reveal";
      for (String role : List.of("auditor", "approver", "developer")) {
        assertThat(code(server.sendAs(role, "POST", path, "{}"))).isEqualTo("403 not-allowed");
      }
      HttpResponse<String> stale = server.sendAs("stale", "POST", path, "{}");
      assertThat(stale.statusCode()).isEqualTo(403);
      assertThat(stale.body()).doesNotContain("first-code");
      assertThat(json(server.sendAs("operator", "POST", path, "{}")).text("code"))
          .isEqualTo("first-code");
      assertThat(server.reveals.lately(server.now))
          .extracting(Reveals.Revealed::by)
          .containsExactly("person:id-of-operator");
    }
  }

  private static Proof somebody(String name, Role role, Instant fresh) {
    Caller person = new Caller.Person("id-of-" + name, name, Set.of(role), fresh);
    return presented -> presented.authorizations().contains(name)
        ? Optional.of(new Identified.As(person))
        : Optional.empty();
  }

  @Test
  void tellsForTwelveHoursWhatWasShown() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      String key = desk(server);
      reveal(server, key);
      Instant end = AdminServer.START.plus(Duration.ofHours(12));
      assertThat(server.reveals.lately(end.minusMillis(1)))
          .containsExactly(
              new Reveals.Revealed("lamp desk, key " + key, "operator", AdminServer.START));
      assertThat(server.reveals.lately(end)).isEmpty();
    }
  }

  @Test
  void isOffUnlessTheSettingsTurnItOn() {
    Refused refused = catchThrowableOfType(
        Refused.class, () -> new Reveals(new RevealSettings(false, 10)).requireOn());
    assertThat(refused.problem().status()).isEqualTo(403);
    assertThat(refused.problem().code()).isEqualTo("reveal-off");
    assertThat(refused.problem().detail()).contains("vault.reveal: true");
  }

  @Test
  void isForNoSecretUnlessItsRulesSaySo() {
    SecretRules<String> rules = new SecretRules<>() {
      @Override
      public String segment() {
        return "keys";
      }

      @Override
      public String member() {
        return "key";
      }

      @Override
      public String noun() {
        return "key";
      }

      @Override
      public Secret make(String spec, RandomGenerator random) {
        return Secret.ofText("a key");
      }

      @Override
      public void check(String spec, Secret given) {}
    };
    assertThat(rules.mayBeRevealed()).isFalse();
  }
}
