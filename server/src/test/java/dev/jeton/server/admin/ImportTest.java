package dev.jeton.server.admin;

import static dev.jeton.server.admin.AdminServer.code;
import static dev.jeton.server.admin.AdminServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.store.Dialect;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportTest {
  private static final String SHOP = """
      lamps:
      - {name: desk, serial: a1, code: code-of-desk}
      - {name: floor, serial: b2, colour: green, code: code-of-floor}
      chairs: []
      """;
  private static final String MIXED = """
      lamps:
      - {name: desk, serial: a1, colour: green, code: code-of-desk}
      - {name: floor, serial: b2, colour: green, code: code-of-floor}
      - {name: bed, serial: b2, code: code-of-bed}
      - {name: hall, serial: c3, code: short}
      - {name: cellar, serial: d4}
      - {name: DESK, serial: a1, colour: green, code: code-of-desk}
      """;

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void showsWhatItWouldDoAndThenDoesItOnce(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      HttpResponse<String> dry = take(server, SHOP, json -> json.put("dryRun", true));
      assertThat(acts(dry)).containsExactly("create desk", "create floor");
      assertThat(json(dry).truth("applied")).isFalse();
      assertThat(json(dry).texts("remarks")).containsExactly("chairs were left");
      assertThat(server.lamps.held).isEmpty();
      assertThat(server.audit.rows).isEmpty();

      HttpResponse<String> done = take(server, SHOP, json -> {});
      assertThat(acts(done)).containsExactly("create desk", "create floor");
      assertThat(json(done).truth("applied")).isTrue();
      assertThat(done.body()).doesNotContain("code-of-");
      assertThat(server.lamps.held.stream()
              .flatMap(lamp -> lamp.verifying(server.now).stream())
              .map(Shown::text))
          .containsExactlyInAnyOrder("code-of-desk", "code-of-floor");
      assertThat(server.audit.rows).hasSize(2).allSatisfy(row -> {
        assertThat(row.event()).isEqualTo("lamp-create");
        assertThat(row.details()).containsEntry("from", "lamp-shop");
      });

      assertThat(acts(take(server, SHOP, json -> {})))
          .containsExactly("unchanged desk", "unchanged floor");
      assertThat(server.audit.rows).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatTheSourceDoesNotSayStaysAsItIs(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      take(server, SHOP, json -> {});
      server.send("PATCH", LampKind.PATH + "/desk", "{\"colour\":\"blue\"}");
      assertThat(acts(take(server, SHOP, json -> {}))).startsWith("unchanged desk");
      HttpResponse<String> other =
          take(server, SHOP.replace("code-of-desk", "another-code"), json -> {});
      assertThat(acts(other)).startsWith("rotate desk");
      assertThat(server.get(LampKind.PATH + "/desk").body()).contains("\"colour\":\"blue\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void oneThatIsRefusedKeepsAllOut(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      HttpResponse<String> dry = take(server, MIXED, json -> json.put("dryRun", true));
      assertThat(acts(dry)).containsExactly("create desk", "create bed");
      assertThat(json(dry).objects("refused").stream()
              .map(one -> one.text("name") + " " + one.text("code")))
          .containsExactly(
              "floor two-green",
              "hall short-code",
              "cellar missing-secret",
              "DESK repeated-resource");
      HttpResponse<String> refused = take(server, MIXED, json -> {});
      assertThat(code(refused)).isEqualTo("409 import-refused");
      assertThat(json(refused).text("detail")).startsWith("4 of 6 would be refused");
      assertThat(server.lamps.held).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theRestComesInWithoutWhatIsRefused(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      HttpResponse<String> done = take(server, MIXED, json -> json.put("leaveOutRefused", true));
      assertThat(acts(done)).containsExactly("create desk", "create bed");
      assertThat(json(done).objects("refused")).hasSize(4);
      assertThat(json(done).truth("applied")).isTrue();
      assertThat(server.lamps.held).hasSize(2);
    }
  }

  @Test
  void aRequestThatComesAgainGetsTheFirstAnswer() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      String body = body(SHOP, json -> {});
      String first =
          server.send("POST", ImportDoor.PATH, body, "Idempotency-Key", "k").body();
      assertThat(
              server.send("POST", ImportDoor.PATH, body, "Idempotency-Key", "k").body())
          .isEqualTo(first)
          .contains("create");
    }
  }

  @Test
  void aHostileSourceIsRefusedPlainlyAndNotRepeated() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      for (String source : List.of(
          "",
          "lamps: [secret-x",
          "- secret-x",
          "lamps: secret-x",
          "lamps: [secret-x]",
          "lamps: [[secret-x]]",
          "lamps: [{secret-x: 1, secret-x: 2}]",
          "lamps: &a [{name: *a}]",
          "a: &a {b: 1}\nb: {<<: *a}",
          "lamps: !!java.net.URL [secret-x]",
          "lamps: [{code: \0secret-x}]",
          "one: secret-x\n---\ntwo: 2",
          "lamps: " + "[".repeat(40) + "secret-x" + "]".repeat(40),
          "{\"lamps\": [secret-x]}",
          "{\"lamps\": 12345678}",
          "{\"secret-x\": 1, \"secret-x\": 2}",
          "{\"a\":".repeat(40) + "1" + "}".repeat(40),
          "x".repeat(300) + ": {name: " + "y".repeat(300) + ": 1}")) {
        HttpResponse<String> answer = take(server, source, json -> {});
        assertThat(code(answer)).as(source).isEqualTo("400 wrong-source");
        assertThat(answer.body()).doesNotContain("secret-x", "12345678");
      }
      assertThat(code(server.send("POST", ImportDoor.PATH, "{\"from\":\"x\",\"text\":\"\"}")))
          .isEqualTo("400 unknown-source");
      assertThat(server.audit.rows).noneMatch(row -> row.toString().contains("secret-x"));
    }
  }

  @Test
  void aByteOrderMarkAndOtherLineEndsAreTaken() {
    try (AdminServer server = new AdminServer(Dialect.SQLITE, folder)) {
      assertThat(acts(take(server, "\ufeff" + SHOP.replace("\n", "\r\n"), json -> {})))
          .hasSize(2);
    }
  }

  private static String body(String source, Consumer<Json> more) {
    return Json.object(json -> {
          json.put("from", "lamp-shop").put("text", source);
          more.accept(json);
        })
        .toString();
  }

  private static HttpResponse<String> take(AdminServer server, String source, Consumer<Json> more) {
    return server.send("POST", ImportDoor.PATH, body(source, more));
  }

  private static List<String> acts(HttpResponse<String> response) {
    assertThat(response.body()).contains("\"changes\"");
    return json(response).objects("changes").stream()
        .map((Fields change) -> change.text("act") + " " + change.text("name"))
        .toList();
  }
}
