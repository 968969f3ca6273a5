package dev.jeton.server.admin;

import static dev.jeton.server.admin.AdminServer.code;
import static dev.jeton.server.admin.AdminServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.store.Dialect;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Acts that come again, that end something, and whose end nobody knows. */
class ActsTest {
  private static final String DESK = LampKind.PATH + "/desk";

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void answersARepeatedChangeAndDeletionAsBefore(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      server.create("{\"name\":\"desk\"}");
      String[] key = {"Idempotency-Key", "order-2"};
      String[] seen = {"Idempotency-Key", "order-3", "If-Match", "\"1\""};
      HttpResponse<String> first = server.send("PATCH", DESK, "{\"colour\":\"blue\"}", seen);
      HttpResponse<String> again = server.send("PATCH", DESK, "{\"colour\":\"blue\"}", seen);
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(server.send("DELETE", DESK, "", key).statusCode()).isEqualTo(204);
      assertThat(server.send("DELETE", DESK, "", key).statusCode()).isEqualTo(204);
      assertThat(code(server.send("PATCH", DESK, "{}", key)))
          .isEqualTo("422 idempotency-key-reused");
      assertThat(events(server)).containsExactly("lamp-create", "lamp-change", "lamp-delete");
      List<String> fingerprints = server.database.read(handle -> handle
          .createQuery("SELECT DISTINCT fingerprint FROM kept_answers")
          .mapTo(String.class)
          .list());
      assertThat(fingerprints).containsExactly("sealed");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void endsKeysWhateverElseIsWrongAndWritesDownWhatWasRevoked(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      String id =
          json(server.create("{\"name\":\"desk\",\"colour\":\"green\"}")).text("id");
      server.create("{\"name\":\"floor\"}");
      server.database.write(handle -> handle.execute(
              "UPDATE entries SET document = replace(document, 'white', 'green'), revision = 9")
          + handle.execute("UPDATE store_state SET revision = 9"));
      assertThat(server.snapshot.compare()).isTrue();
      String key = server.lamps.held.stream()
          .filter(lamp -> lamp.id().equals(id))
          .findFirst()
          .orElseThrow()
          .versions()
          .all()
          .get(0)
          .id();
      assertThat(code(server.send("POST", DESK + "/codes/" + key + "/enable", "{}")))
          .isEqualTo("409 two-green");
      assertThat(server.send("POST", DESK + "/codes/" + key + "/disable", "{}").statusCode())
          .isEqualTo(200);
      assertThat(server.send("POST", DESK + "/codes/" + key + "/revoke", "{}").statusCode())
          .isEqualTo(200);
      assertThat(revoked(server)).containsExactly(key);
      server.send("PATCH", DESK, "{\"colour\":\"red\"}");
      assertThat(revoked(server)).containsExactlyInAnyOrder(key, "spec.colour");
      server.send("PATCH", DESK, "{\"colour\":\"blue\"}");
      assertThat(revoked(server)).containsExactly(key);
    }
  }

  private static List<String> revoked(AdminServer server) {
    return server.database.read(handle ->
        handle.createQuery("SELECT what FROM revocations").mapTo(String.class).list());
  }

  /** A constraint that is checked at the very end stands for a connection that breaks there. */
  @Test
  void tellsThatNobodyKnowsWhatBecameOfACommitThatBroke() {
    try (AdminServer server = new AdminServer(Dialect.POSTGRESQL, folder)) {
      server.database.write(
          handle -> handle.execute("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS"
              + " $$ BEGIN RAISE EXCEPTION 'gone' USING ERRCODE = '57P01'; END $$"));
      server.database.write(handle -> handle.execute(
          "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON entries DEFERRABLE INITIALLY DEFERRED"
              + " FOR EACH ROW EXECUTE FUNCTION fail()"));
      assertThat(code(server.create("{\"name\":\"desk\"}"))).isEqualTo("503 store-unavailable");
      assertThat(server.audit.notes).extracting(AuditRow::code).contains("outcome-unknown");
    }
  }

  private static List<String> events(AdminServer server) {
    return server.audit.rows.stream().map(AuditRow::event).toList();
  }
}
