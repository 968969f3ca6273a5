package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * Asks every operation of the API's description as everybody who could ask, and holds docs/roles.md against what
 * came of it. With {@code -Djeton.write-reference=true} the test writes the page instead.
 */
class RolesIT {
  private static final Path PAGE = Path.of("..", "docs", "roles.md");

  @TempDir
  private Path folder;

  private static final Map<String, String> SETTINGS = Map.of(
      "JETON_HTTP_CONSTANT_DOOR", "true",
      "JETON_LIMITS_REQUESTS_PER_NETWORK", "0",
      "JETON_LIMITS_SIGN_INS_PER_NETWORK", "0");

  @Test
  void thePageTellsWhoMayDoWhatAtEveryOperation() throws IOException {
    RolesPage page = new RolesPage();
    Everybody everybody;
    List<Operation> operations;
    try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
      everybody = new Everybody(server);
      operations = operations(server);
      assertThat(operations).hasSizeGreaterThan(80);
      for (Operation operation : operations) {
        Set<String> who = everybody.whoMay(operation);
        page.add(operation, everybody.rightAt(operation), who);
        if (operation.template().endsWith("/redeem")) {
          assertThat(who).containsExactlyInAnyOrder("operator", "caller");
        }
      }
    }
    StaleSessions.in(folder.resolve("data"));
    List<String> fresh = new ArrayList<>();
    try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
      for (Operation operation : operations) {
        if (everybody.takesFreshProof(server, operation)) {
          fresh.add(operation.toString());
        }
      }
    }
    assertThat(fresh).containsAll(outlastsASession());
    String made = page.markdown(fresh);
    if (Boolean.getBoolean("jeton.write-reference")) {
      Files.writeString(PAGE, made);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(made);
  }

  /** What would let whoever stole a session go on after its end, or take much away at once. */
  private static List<String> outlastsASession() {
    return List.of(
        "POST /api/v1/apply",
        "POST /api/v1/import",
        "PATCH /api/v1/settings",
        "POST /api/v1/audit/export",
        "POST /api/v1/audit/erase",
        "POST /api/v1/backup",
        "POST /api/v1/people",
        "PATCH /api/v1/people/{ref}",
        "POST /api/v1/people/{ref}/link",
        "POST /api/v1/callers",
        "PATCH /api/v1/callers/{ref}",
        "DELETE /api/v1/callers/{ref}",
        "POST /api/v1/callers/{ref}/rotate",
        "POST /api/v1/callers/{ref}/keys",
        "POST /api/v1/policies",
        "PATCH /api/v1/policies/{ref}",
        "DELETE /api/v1/policies/{ref}",
        "POST /api/v1/vault/rotate");
  }

  private static List<Operation> operations(RunningServer server) {
    Map<String, Map<String, Map<String, Object>>> document =
        new Yaml().load(server.get("/q/openapi").body());
    List<Operation> operations = new ArrayList<>();
    new TreeMap<>(document.getOrDefault("paths", Map.of()))
        .forEach((path, methods) -> methods.keySet().stream()
            .filter(name -> !name.equals("parameters"))
            .sorted()
            .forEach(name -> operations.add(new Operation(name.toUpperCase(Locale.ROOT), path))));
    return operations;
  }
}
