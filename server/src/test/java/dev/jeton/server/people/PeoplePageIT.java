package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.NodeProcess;
import dev.jeton.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The first operator, from the link on the console to signing out, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePageIT {
  private static final String PASSWORD = "four random words here";

  private NodeProcess browser;
  private RunningServer jeton;

  @BeforeAll
  void start() throws Exception {
    boolean chromium = false;
    for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
      chromium |= NodeProcess.runs(name);
    }
    assumeTrue(chromium, "skipped: Chromium is missing; ./jeton test --install installs it");
    browser = NodeProcess.start(NodeProcess.BROWSER, "people/page.js");
    jeton = RunningServer.start(Map.of());
  }

  @AfterAll
  void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (jeton != null) {
      jeton.close();
    }
  }

  @Test
  void theFirstOperatorChoosesAPasswordSignsInAndOut() throws Exception {
    JsonNode welcome = run(List.of(
        Map.of("open", firstLink()),
        Map.of("await", "#choose"),
        Map.of("address", true),
        Map.of("type", List.of("name", "olga")),
        Map.of("type", List.of("password", PASSWORD)),
        Map.of("type", List.of("again", PASSWORD)),
        Map.of("click", "#choose button"),
        Map.of("await", "#done"),
        Map.of("read", "who")));
    assertThat(welcome.path("fault").asText()).as(welcome.toString()).isEmpty();
    assertThat(welcome.path("faults")).isEmpty();
    assertThat(welcome.at("/seen/0").asText()).isEqualTo(jeton.address() + "/welcome");
    assertThat(welcome.at("/seen/1").asText()).isEqualTo("olga");

    JsonNode wrong = run(List.of(
        Map.of("open", jeton.address() + "/sign-in"),
        Map.of("await", "#out"),
        Map.of("type", List.of("name", "olga")),
        Map.of("type", List.of("password", "not the password")),
        Map.of("click", "#out button"),
        Map.of("await", "#out button:not([disabled])"),
        Map.of("read", "fault")));
    assertThat(wrong.at("/seen/0").asText()).contains("name or password is wrong");

    JsonNode signedIn = run(List.of(
        Map.of("open", jeton.address() + "/sign-in"),
        Map.of("await", "#out"),
        Map.of("type", List.of("name", "olga")),
        Map.of("type", List.of("password", PASSWORD)),
        Map.of("click", "#out button"),
        Map.of("await", "#in"),
        Map.of("read", "who"),
        Map.of("read", "roles"),
        Map.of("cookies", true)));
    assertThat(seen(signedIn)).containsExactly("olga", "operator", "");

    JsonNode later = run(List.of(
        Map.of("open", jeton.address() + "/sign-in"),
        Map.of("await", "#in"),
        Map.of("read", "who"),
        Map.of("click", "#in button"),
        Map.of("await", "#out")));
    assertThat(seen(later)).containsExactly("olga");
    assertThat(jeton.folder().resolve("data").resolve("first-operator.link")).doesNotExist();
    assertThat(later.path("fault").asText()).isEmpty();
    assertThat(later.path("faults")).isEmpty();
    assertThat(jeton.output()).noneMatch(line -> line.contains(PASSWORD));
  }

  private JsonNode run(List<Map<String, Object>> steps) throws Exception {
    return browser.ask(Map.of("op", "run", "steps", steps));
  }

  private static List<String> seen(JsonNode run) {
    assertThat(run.path("fault").asText()).as(run.toString()).isEmpty();
    return Stream.iterate(0, i -> i < run.path("seen").size(), i -> i + 1)
        .map(i -> run.path("seen").path(i).asText())
        .toList();
  }

  /** What the server prints goes into a log, so it stands in a file. */
  private String firstLink() throws IOException {
    assertThat(jeton.output())
        .anyMatch(line -> line.startsWith("first operator: the link in "))
        .noneMatch(line -> line.contains("#first-"));
    return Files.readString(jeton.folder().resolve("data").resolve("first-operator.link"))
        .strip();
  }
}
