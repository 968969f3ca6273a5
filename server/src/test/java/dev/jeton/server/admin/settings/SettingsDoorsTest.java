package dev.jeton.server.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.admin.PlainActs;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.LiveSetting;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsDoorsTest {
  private static final String PATH = "/api/v1/settings";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T00:00:00Z"));
  private static final LiveSetting<Integer> DAYS =
      LiveSetting.whole(Key.setting("room.days", "How long").defaultingTo("90"), 1, 365);
  private static final LiveSetting<Optional<String>> WHERE =
      LiveSetting.text(Key.setting("room.where", "Where to"), text -> true, "");
  private static final LiveSetting<List<String>> WHO =
      LiveSetting.texts(Key.setting("room.who", "Who"), text -> text.contains("@"), "give names");
  private static final LiveSetting<Optional<String>> HOOK =
      LiveSetting.text(Key.secret("room.hook", "Where to, secretly"), text -> true, "");
  private static final LiveSetting<Boolean> SHOWN =
      LiveSetting.truth(Key.setting("room.shown", "Whether").defaultingTo("false"));

  @TempDir
  Path folder;

  private static LiveSettings live() {
    return new LiveSettings(
        List.of(DAYS, WHERE, WHO, SHOWN, HOOK), Map.of("room.shown", List.of("true")));
  }

  private static final class Node implements AutoCloseable {
    final LiveSettings live = live();
    final RecordingAudit audit = new RecordingAudit();
    final Snapshot snapshot;
    private final TestServer server;

    Node(Database database) {
      Store store = new Store(database);
      snapshot = Snapshot.load(store, CLOCK);
      server = new TestServer(
          audit,
          new SettingsDoors(live, snapshot, PlainActs.of(database, store, audit, CLOCK), CLOCK));
    }

    String list() throws IOException {
      return server.client.get(PATH, TestServer.PROOF).body();
    }

    WireAnswer patch(String body, String... headers) throws IOException {
      List<String> all = new ArrayList<>(List.of(
          TestServer.PROOF, "Content-Type: application/json", "Content-Length: " + body.length()));
      all.addAll(List.of(headers));
      String head = server.client.head("PATCH", PATH, all.toArray(String[]::new));
      return server.client.send(head + "\r\n" + body);
    }

    @Override
    public void close() {
      server.close();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aChangeHoldsAtOnceOnOtherNodesAndAfterARestart(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder);
        Node one = new Node(database);
        Node other = new Node(database)) {
      assertThat(one.list())
          .isEqualTo("{\"items\":["
              + "{\"name\":\"room.days\",\"value\":90,\"default\":90,\"meaning\":\"How long\","
              + "\"managedBy\":\"store\"},"
              + "{\"name\":\"room.hook\",\"meaning\":\"Where to, secretly\","
              + "\"managedBy\":\"store\"},"
              + "{\"name\":\"room.shown\",\"value\":true,\"default\":false,\"meaning\":\"Whether\","
              + "\"managedBy\":\"file\"},"
              + "{\"name\":\"room.where\",\"meaning\":\"Where to\",\"managedBy\":\"store\"},"
              + "{\"name\":\"room.who\",\"value\":[],\"default\":[],\"meaning\":\"Who\","
              + "\"managedBy\":\"store\"}]}");
      WireAnswer changed =
          one.patch("{\"room.days\":30,\"room.who\":[\"a@b\"],\"room.where\":\"there\"}");
      assertThat(changed.body()).contains("\"name\":\"room.days\",\"value\":30");
      assertThat(one.live.get(DAYS)).isEqualTo(30);
      assertThat(one.audit.rows.get(0).details()).containsValue("room.days room.where room.who");

      assertThat(other.snapshot.refresh()).isTrue();
      assertThat(other.live.get(WHO)).containsExactly("a@b");
      assertThat(one.patch("{\"room.days\":null}").status()).isEqualTo(200);
      assertThat(one.live.get(DAYS)).isEqualTo(90);
      assertThat(one.patch("{\"room.days\":31}").status()).isEqualTo(200);
      try (Node later = new Node(database)) {
        assertThat(later.live.get(DAYS)).isEqualTo(31);
        assertThat(later.live.get(WHERE)).contains("there");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'room.days':366} | 400 | give a whole number from 1 to 365",
        "{'room.days':'30'} | 400 | must be a whole number",
        "{'room.who':'nobody'} | 400 | give names",
        "{'room.day':3} | 400 | did you mean room.days?",
        "{'http.port':1} | 400 | jeton.yaml",
        "{'room.shown':false} | 409 | managed-by-file",
      })
  void whatIsWrongChangesNothing(String body, int status, String told) throws Exception {
    try (Database database = Stores.database(Dialect.SQLITE, folder);
        Node node = new Node(database)) {
      String before = node.list();
      WireAnswer answer =
          node.patch(body.replace('\'', '"').replace("}", ",\"room.where\":\"x\"}"));
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body()).contains(told);
      assertThat(node.list()).isEqualTo(before);
      assertThat(node.audit.rows).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoComesSecondIsToldWhoWasFaster(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder);
        Node one = new Node(database);
        Node other = new Node(database)) {
      one.patch("{\"room.days\":30}");
      assertThat(one.server.client.get(PATH, TestServer.PROOF).header("ETag")).isEqualTo("\"1\"");
      assertThat(one.list()).contains("\"version\":1,\"changedAt\":\"2026-11-21T00:00:00Z\"");
      WireAnswer stale = other.patch("{\"room.days\":31}", "If-Match: \"0\"");
      assertThat(stale.status()).isEqualTo(409);
      assertThat(stale.body())
          .contains("\"stale\"", "operator changed room.days at 2026-11-21T00:00:00Z");
      assertThat(other.patch("{\"room.days\":31}", "If-Match: \"1\"").status()).isEqualTo(200);
      assertThat(other.patch("{\"room.days\":31}", "Idempotency-Key: again").body())
          .contains("no-idempotency-key-here");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aSecretIsSealedAndNotShown(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder);
        Node one = new Node(database);
        Node other = new Node(database)) {
      WireAnswer set = one.patch("{\"room.hook\":\"https://hooks.example/T0/s3cret\"}");
      assertThat(set.body())
          .contains("\"name\":\"room.hook\",\"value\":\"(set)\"")
          .doesNotContain("s3cret");
      assertThat(one.live.get(HOOK)).contains("https://hooks.example/T0/s3cret");
      assertThat(other.snapshot.refresh()).isTrue();
      assertThat(other.live.get(HOOK)).contains("https://hooks.example/T0/s3cret");
      List<String> documents = database.read(handle ->
          handle.createQuery("SELECT document FROM entries").mapTo(String.class).list());
      assertThat(documents).containsExactly("{}");
      one.patch("{\"room.hook\":null}");
      assertThat(one.live.get(HOOK)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void withoutTheAuditNothingIsChanged(Dialect dialect) throws Exception {
    try (Database database = Stores.database(dialect, folder);
        Node node = new Node(database)) {
      node.audit.broken = true;
      assertThat(node.patch("{\"room.days\":30}").status()).isEqualTo(503);
      assertThat(node.live.get(DAYS)).isEqualTo(90);
    }
  }
}
