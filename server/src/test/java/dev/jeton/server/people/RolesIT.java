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

  @Test
  void thePageTellsWhoMayDoWhatAtEveryOperation() throws IOException {
    try (RunningServer server = RunningServer.start(
        folder,
        Map.of("JETON_HTTP_CONSTANT_DOOR", "true", "JETON_LIMITS_REQUESTS_PER_NETWORK", "0"))) {
      Everybody everybody = new Everybody(server);
      List<Operation> operations = operations(server);
      assertThat(operations).hasSizeGreaterThan(80);
      RolesPage page = new RolesPage();
      for (Operation operation : operations) {
        page.add(operation, everybody.rightAt(operation), everybody.whoMay(operation));
      }
      String made = page.markdown();
      if (Boolean.getBoolean("jeton.write-reference")) {
        Files.writeString(PAGE, made);
      }
      assertThat(Files.readString(PAGE)).isEqualTo(made);
    }
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
