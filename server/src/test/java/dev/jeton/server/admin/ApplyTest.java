package dev.jeton.server.admin;

import static dev.jeton.server.admin.AdminServer.code;
import static dev.jeton.server.admin.AdminServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.store.Dialect;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplyTest {
  private static final String TWO = """
      resources:
        - kind: lamp
          name: desk
          colour: red
          code: ${env:CODE}
        - kind: lamp
          name: floor
      """;

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void changesNothingTheSecondTime(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      HttpResponse<String> first = apply(server, TWO, false);
      assertThat(acts(first)).containsExactly("create desk", "create floor");
      assertThat(json(first).objects("changes").get(0).has("code")).isFalse();
      assertThat(json(first).objects("changes").get(1).text("code")).startsWith("made-code-");
      assertThat(acts(apply(server, TWO, false)))
          .containsExactly("unchanged desk", "unchanged floor");
      assertThat(server.audit.rows).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void tellsWhereASecretItselfStandsInTheFile(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      assertThat(json(apply(server, TWO, false)).objects("plainSecrets")).isEmpty();
      String plain = TWO.replace("${env:CODE}", "open-sesame").replace("floor", "wall");
      for (boolean dryRun : new boolean[] {true, false}) {
        HttpResponse<String> told = apply(server, plain, dryRun);
        Fields place = json(told).objects("plainSecrets").get(0);
        assertThat(place.text("kind")).isEqualTo("lamp");
        assertThat(place.text("name")).isEqualTo("desk");
        assertThat(place.text("member")).isEqualTo("code");
        assertThat(told.body()).doesNotContain("open-sesame");
      }
      String without = TWO.replace("code: ${env:CODE}", "code:");
      assertThat(json(apply(server, without, true)).objects("plainSecrets")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void showsTheDifferenceWithoutMakingIt(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      HttpResponse<String> dry = apply(server, TWO, true);
      assertThat(acts(dry)).containsExactly("create desk", "create floor");
      assertThat(json(dry).truth("applied")).isFalse();
      assertThat(dry.body()).doesNotContain("made-code-");
      assertThat(server.lamps.held).isEmpty();
      assertThat(server.audit.rows).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void changesMembersAndRotatesAnotherSecret(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      apply(server, TWO, false);
      HttpResponse<String> changed =
          apply(server, TWO.replace("red", "blue").replace("env:CODE", "env:OTHER"), false);
      assertThat(acts(changed)).containsExactly("rotate desk", "unchanged floor");
      assertThat(json(changed).objects("changes").get(0).texts("members"))
          .containsExactly("colour");
      assertThat(server.lamps.held.stream()
              .filter(lamp -> lamp.spec().name().equals("desk"))
              .flatMap(lamp -> lamp.verifying(server.now).stream())
              .map(Shown::text))
          .containsExactly("another-code", "a-code-of-mine");
      assertThat(acts(apply(server, TWO.replace("red", "blue"), false)))
          .containsExactly("rotate desk", "unchanged floor");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aFormerSecretEndsByItselfAndTwoLiveOnesAreToldWithTheirPlace(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      apply(server, TWO, false);
      String other = TWO.replace("env:CODE", "env:OTHER");
      apply(server, other.replace("colour: red", "overlapSeconds: 60"), false);
      HttpResponse<String> third =
          apply(server, TWO.replace("${env:CODE}", "the-third-code"), false);
      assertThat(AdminServer.code(third)).isEqualTo("409 two-live");
      assertThat(json(third).text("detail")).startsWith("resources[0]: ");
      server.now = server.now.plusSeconds(60);
      assertThat(acts(apply(server, TWO.replace("${env:CODE}", "the-third-code"), false)))
          .containsExactly("rotate desk", "unchanged floor");
      server.now = server.now.plus(Duration.ofDays(1));
      assertThat(acts(apply(server, TWO.replace("${env:CODE}", "the-fourth-code"), false)))
          .containsExactly("rotate desk", "unchanged floor");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void makesAllOfItOrNothing(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      HttpResponse<String> refused = apply(server, TWO + "  - kind: lamp\n    name: DESK\n", false);
      assertThat(code(refused)).isEqualTo("400 repeated-resource");
      assertThat(json(refused).text("detail")).startsWith("resources[2]: ");
      assertThat(server.lamps.held).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void saysWhatIsWrongWithAFile(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      assertThat(code(apply(server, "resources: [", false))).isEqualTo("400 wrong-resources");
      assertThat(code(apply(server, "lamps: []", false))).isEqualTo("400 wrong-resources");
      assertThat(code(apply(server, "resources: [{kind: desk}]", false)))
          .isEqualTo("400 unknown-kind");
      assertThat(
              code(apply(server, "resources: [{kind: lamp, name: x, code: '${env:NO}'}]", false)))
          .isEqualTo("400 unknown-reference");
      assertThat(code(apply(server, "resources: [{kind: lamp, name: &a x, serial: *a}]", false)))
          .isEqualTo("400 wrong-resources");
      assertThat(code(apply(server, "resources: [{kind: lamp, name: x, name: y}]", false)))
          .isEqualTo("400 wrong-resources");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void checksResourcesAgainstEachOther(Dialect dialect) {
    try (AdminServer server = new AdminServer(dialect, folder)) {
      String green = "resources: [{kind: lamp, name: a, colour: green},"
          + " {kind: lamp, name: b, colour: green}]";
      assertThat(code(apply(server, green, false))).isEqualTo("409 two-green");
      assertThat(server.lamps.held).isEmpty();
    }
  }

  private static HttpResponse<String> apply(AdminServer server, String yaml, boolean dryRun) {
    String body = Json.object(json -> json.put("yaml", yaml)
            .put(
                "values",
                values -> values.put("env:CODE", "a-code-of-mine").put("env:OTHER", "another-code"))
            .put("dryRun", dryRun))
        .toString();
    return server.send("POST", ApplyDoor.PATH, body);
  }

  private static List<String> acts(HttpResponse<String> response) {
    assertThat(response.body()).contains("\"changes\"");
    return json(response).objects("changes").stream()
        .map((Fields change) -> change.text("act") + " " + change.text("name"))
        .toList();
  }
}
