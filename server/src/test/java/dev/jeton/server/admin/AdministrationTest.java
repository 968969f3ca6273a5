package dev.jeton.server.admin;

import static dev.jeton.server.admin.AdminServer.code;
import static dev.jeton.server.admin.AdminServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.LampKind.Lamp;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Fields;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.KeyVersions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdministrationTest {
  private static final String DESK = LampKind.PATH + "/desk";

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void showsAMadeSecretOnceAndNeverAgain(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      HttpResponse<String> created = server.create("{\"name\":\"desk\"}");
      assertThat(created.statusCode()).isEqualTo(201);
      assertThat(created.headers().firstValue("ETag")).hasValue("\"1\"");
      String code = json(created).text("code");
      String id = json(created).text("id");
      assertThat(created.headers().firstValue("Location")).hasValue(LampKind.PATH + "/" + id);
      assertThat(json(created).text("serial")).startsWith("made-");
      assertThat(server.get(DESK).body()).doesNotContain(code).contains("\"active\"");
      assertThat(server.get(LampKind.PATH).body()).doesNotContain(code);
      Stored<Lamp> held = server.lamps.held.get(0);
      assertThat(Shown.text(held.signing(server.now).orElseThrow())).isEqualTo(code);
      assertThat(events(server)).containsExactly("lamp-create");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void findsByIdNameAndWordWhateverTheNamesCase(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      String id = json(server.create("{\"name\":\"Desk\",\"serial\":\"s-1\"}")).text("id");
      for (String reference : List.of(id, "desk", "DESK", "s-1")) {
        assertThat(json(server.get(LampKind.PATH + "/" + reference)).text("name"))
            .isEqualTo("Desk");
      }
      assertThat(code(server.get(LampKind.PATH + "/S-1"))).isEqualTo("404 not-found");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void refusesWhatAnotherHas(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\",\"serial\":\"s-1\"}");
      HttpResponse<String> sameName = server.create("{\"name\":\"DESK\"}");
      assertThat(code(sameName)).isEqualTo("409 taken");
      assertThat(json(sameName).text("detail")).contains("the name is taken by the lamp desk");
      assertThat(code(server.create("{\"name\":\"other\",\"serial\":\"s-1\"}")))
          .isEqualTo("409 taken");
      assertThat(code(server.create("{\"name\":\"x\",\"code\":\"short\"}")))
          .isEqualTo("400 short-code");
      assertThat(code(server.create("{\"name\":\"x\",\"code\":\"\"}")))
          .isEqualTo("400 empty-secret");
      assertThat(code(server.create("{\"name\":\"x\",\"wattage\":5}")))
          .isEqualTo("400 unknown-member");
      assertThat(server.lamps.held).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void changesWhatIsGivenAndGoesBackToDefaults(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\",\"colour\":\"red\"}");
      HttpResponse<String> changed =
          server.send("PATCH", DESK, "{\"name\":\"table\"}", "If-Match", "\"1\"");
      assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
      Fields table = json(server.send("PATCH", LampKind.PATH + "/table", "{\"colour\":null}"));
      assertThat(table.text("colour")).isEqualTo("white");
      assertThat(table.whole("version", 0, 9)).isEqualTo(3);
      assertThat(server.audit.rows.get(1).details()).containsEntry("members", "name");
      assertThat(json(server.send("PATCH", LampKind.PATH + "/table", "{}")).whole("version", 0, 9))
          .isEqualTo(3);
      assertThat(server.audit.rows).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void saysWhoChangedItWhenAnUpdateIsStale(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\"}");
      server.send("PATCH", DESK, "{\"colour\":\"red\"}", "If-Match", "\"1\"");
      HttpResponse<String> stale =
          server.send("PATCH", DESK, "{\"colour\":\"blue\"}", "If-Match", "\"1\"");
      assertThat(code(stale)).isEqualTo("409 stale");
      assertThat(json(stale).text("detail"))
          .contains("operator changed it at 2026-11-21T00:00:00Z", "version 2");
      assertThat(json(server.get(DESK)).text("colour")).isEqualTo("red");
      assertThat(code(server.send("DELETE", DESK, "", "If-Match", "\"1\""))).isEqualTo("409 stale");
      assertThat(code(server.send("PATCH", DESK, "{}", "If-Match", "one")))
          .isEqualTo("400 wrong-if-match");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void deletesUnlessSomethingUsesIt(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\",\"serial\":\"s-1\"}");
      server.lamps.users = List.of("room 7");
      HttpResponse<String> used = server.send("DELETE", DESK, "");
      assertThat(code(used)).isEqualTo("409 in-use");
      assertThat(json(used).text("detail")).contains("room 7");
      server.lamps.users = List.of();
      assertThat(server.send("DELETE", DESK, "").statusCode()).isEqualTo(204);
      assertThat(code(server.get(DESK))).isEqualTo("404 not-found");
      assertThat(server.lamps.held).isEmpty();
      assertThat(server.create("{\"name\":\"desk\",\"serial\":\"s-1\"}").statusCode())
          .isEqualTo(201);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatRefersToANameFollowsItOrNothingChanges(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\",\"serial\":\"s-1\"}");
      server.create("{\"name\":\"floor\",\"colour\":\"as desk\"}");
      server.create("{\"name\":\"wall\",\"colour\":\"as desk\"}");
      server.create("{\"name\":\"shelf\",\"colour\":\"as floor\"}");
      assertThat(server.send("PATCH", DESK, "{\"name\":\"table\"}").statusCode())
          .isEqualTo(200);
      assertThat(colours(server)).contains("floor as table", "wall as table", "shelf as floor");
      assertThat(json(server.get(LampKind.PATH + "/floor")).whole("version", 0, 9))
          .isEqualTo(2);
      assertThat(server
              .send("PATCH", LampKind.PATH + "/s-1", "{\"name\":\"wall\"}")
              .statusCode())
          .isEqualTo(409);
      server.audit.broken = true;
      server.send("PATCH", LampKind.PATH + "/s-1", "{\"name\":\"desk\"}");
      assertThat(colours(server)).contains("floor as table", "wall as table");
    }
  }

  private static List<String> colours(AdminServer server) {
    return server.lamps.held.stream()
        .map(lamp -> lamp.spec().name() + " " + lamp.spec().colour())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void rotatesWithAnOverlapInWhichBothVerify(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\",\"code\":\"first-code\"}");
      HttpResponse<String> rotated =
          server.send("POST", DESK + "/rotate", "{\"overlapSeconds\":60}");
      assertThat(rotated.statusCode()).isEqualTo(200);
      String second = json(rotated).text("code");
      Stored<Lamp> held = server.lamps.held.get(0);
      assertThat(texts(held, server)).containsExactly(second, "first-code");
      server.now = server.now.plus(Duration.ofSeconds(59));
      assertThat(texts(held, server)).hasSize(2);
      server.now = server.now.plus(Duration.ofSeconds(1));
      assertThat(texts(held, server)).containsExactly(second);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void deletesTheSecretOfARevokedVersion(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\",\"code\":\"first-code\"}");
      HttpResponse<String> prepared =
          server.send("POST", DESK + "/codes", "{\"code\":\"second-code\"}");
      assertThat(prepared.statusCode()).isEqualTo(201);
      assertThat(prepared.body()).doesNotContain("second-code");
      Fields third = json(server.send("POST", DESK + "/codes", "{}"));
      assertThat(third.text("code")).isEqualTo("two-live");
      String first = server.lamps.held.get(0).keys().active().orElseThrow().id();
      assertThat(server.send("POST", DESK + "/codes/" + first + "/revoke", "{}").statusCode())
          .isEqualTo(200);
      Stored<Lamp> held = server.lamps.held.get(0);
      assertThat(held.signing(server.now)).isEmpty();
      assertThat(held.secrets()).hasSize(1);
      int rows = server.database.read(handle -> handle
          .createQuery("SELECT count(*) FROM secrets")
          .mapTo(Integer.class)
          .one());
      assertThat(rows).isEqualTo(1);
      assertThat(code(server.send("POST", DESK + "/codes/" + first + "/enable", "{}")))
          .isEqualTo("409 not-live");
      assertThat(code(server.send("POST", DESK + "/codes/nobody/enable", "{}")))
          .isEqualTo("409 unknown-key");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void marksOneDefaultAtMost(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\",\"default\":true}");
      server.create("{\"name\":\"floor\",\"default\":true}");
      assertThat(server.lamps.held)
          .filteredOn(lamp -> lamp.spec().isDefault())
          .extracting(lamp -> lamp.spec().name())
          .containsExactly("floor");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void keepsEverythingOverARestart(Dialect dialect) {
    AdminServer before = new AdminServer(dialect, folder);
    before.create("{\"name\":\"desk\",\"code\":\"first-code\"}");
    before.stop();
    try (AdminServer server = new AdminServer(new LampKind(), before.database)) {
      assertThat(texts(server.lamps.held.get(0), server)).containsExactly("first-code");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void changesNothingThatTheAuditDoesNotHave(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.audit.broken = true;
      assertThat(code(server.create("{\"name\":\"desk\"}"))).isEqualTo("503 audit-unavailable");
      server.audit.broken = false;
      assertThat(code(server.get(DESK))).isEqualTo("404 not-found");
      assertThat(server.create("{\"name\":\"desk\"}").statusCode()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void answersARepeatedRequestAsBefore(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      String[] key = {"Idempotency-Key", "order-1"};
      HttpResponse<String> first = server.create("{\"name\":\"desk\"}", key);
      HttpResponse<String> again = server.create("{\"name\":\"desk\"}", key);
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(again.headers().firstValue("Location"))
          .isEqualTo(first.headers().firstValue("Location"));
      assertThat(server.audit.rows).hasSize(1);
      assertThat(code(server.create("{\"name\":\"floor\"}", key)))
          .isEqualTo("422 idempotency-key-reused");
      server.now = server.now.plus(Duration.ofHours(24));
      assertThat(code(server.create("{\"name\":\"desk\"}", key))).isEqualTo("409 taken");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void changesNothingThatTheSettingsName(Dialect dialect) {
    LampKind lamps = new LampKind();
    Lamp desk = new Lamp("desk", "s-1", "white", false);
    lamps.fixed = List.of(Stored.fixed("desk", desk, KeyVersions.NONE, Map.of()));
    try (AdminServer server = new AdminServer(lamps, fresh(dialect))) {
      assertThat(json(server.get(DESK)).text("managedBy")).isEqualTo("file");
      assertThat(code(server.send("PATCH", DESK, "{\"colour\":\"red\"}")))
          .isEqualTo("409 managed-by-file");
      assertThat(code(server.send("DELETE", DESK, ""))).isEqualTo("409 managed-by-file");
      assertThat(code(server.send("POST", DESK + "/rotate", "{}")))
          .isEqualTo("409 managed-by-file");
      assertThat(code(server.create("{\"name\":\"Desk\"}"))).isEqualTo("409 taken");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void showsWhatTheServerHasByItselfUntilItIsGone(Dialect dialect) {
    LampKind lamps = new LampKind();
    Lamp desk = new Lamp("desk", "s-1", "white", false);
    try (AdminServer server = new AdminServer(lamps, fresh(dialect))) {
      lamps.own = List.of(Stored.fixed("desk", desk, KeyVersions.NONE, Map.of()).byKeyFile());
      assertThat(json(server.get(DESK)).text("managedBy")).isEqualTo("key-file");
      assertThat(json(server.get(LampKind.PATH)).whole("total", 0, 9)).isEqualTo(1);
      assertThat(code(server.send("PATCH", DESK, "{\"colour\":\"red\"}")))
          .isEqualTo("409 managed-by-file");
      assertThat(code(server.send("DELETE", DESK, ""))).isEqualTo("409 managed-by-file");
      assertThat(lamps.held).isEmpty();
      lamps.own = List.of();
      assertThat(code(server.get(DESK))).isEqualTo("404 not-found");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void listsPagesByNameAndSearches(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      for (String name : List.of("delta", "Alpha", "charlie", "bravo")) {
        server.create("{\"name\":\"" + name + "\"}");
      }
      Fields first = json(server.get(LampKind.PATH + "?limit=3"));
      assertThat(names(first)).containsExactly("Alpha", "bravo", "charlie");
      assertThat(first.whole("total", 0, 99)).isEqualTo(4);
      server.send("DELETE", LampKind.PATH + "/charlie", "");
      Fields second = json(server.get(LampKind.PATH + "?limit=3&after=" + first.text("next")));
      assertThat(names(second)).containsExactly("delta");
      assertThat(second.has("next")).isFalse();
      assertThat(names(json(server.get(LampKind.PATH + "?search=ALPH")))).containsExactly("Alpha");
      assertThat(code(server.get(LampKind.PATH + "?limit=0"))).isEqualTo("400 wrong-limit");
      assertThat(code(server.get(LampKind.PATH + "?limit=201"))).isEqualTo("400 wrong-limit");
    }
  }

  private Database fresh(Dialect dialect) {
    return Stores.database(dialect, folder);
  }

  private static List<String> names(Fields page) {
    return page.objects("items").stream().map(item -> item.text("name")).toList();
  }

  private static List<String> texts(Stored<Lamp> lamp, AdminServer server) {
    return lamp.verifying(server.now).stream().map(Shown::text).toList();
  }

  private static List<String> events(AdminServer server) {
    return server.audit.rows.stream().map(AuditRow::event).toList();
  }
}
