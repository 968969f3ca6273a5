package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdServer.KEY;
import static dev.jeton.server.sunbird.SunbirdServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.NodeProcess;
import dev.jeton.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Does what docs/sunbird.md shows with npm packages, and compares what it prints. */
class SunbirdPageIT {
  private static final Path PAGE = Path.of("..", "docs", "sunbird.md");
  private static final Pattern SNIPPET = Pattern.compile(
      "```js\n([^`]*'jsonwebtoken'.*?)```\n+(?:<!--.*?-->\n)?```text\n(.*?)```", Pattern.DOTALL);

  @Test
  void aBackendsBoundTokenPassesTheCheckOfAnApiForItsRequestAlone() throws Exception {
    Matcher snippet = SNIPPET.matcher(page());
    assertThat(snippet.find()).isTrue();
    Map<String, String> credential = Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_SECRET", SECRET);
    try (RunningServer server = RunningServer.start(credential)) {
      String script = snippet.group(1).replace("http://localhost:8080", server.address());
      assertThat(NodeProcess.run(credential, script))
          .containsExactlyElementsOf(snippet.group(2).lines().toList());
    }
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }
}
