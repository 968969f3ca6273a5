package dev.jeton.server.opendoors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.NodeProcess;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page of docs/open-doors.md in a browser, as a visitor's, against the stand-in for Kandy's gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDoorPageIT {
  private static final Path DOC = Path.of("..", "docs", "open-doors.md");
  private static final Pattern PAGE = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);
  private static final String JETON = "http://localhost:8080";
  private static final String GATEWAY =
      "protocol: 'https', server: 'gateway.example.com', port: 443";

  private NodeProcess gateway;
  private RunningServer jeton;
  private String origin;

  @BeforeAll
  void start() throws Exception {
    boolean browser = false;
    for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
      browser |= NodeProcess.runs(name);
    }
    assumeTrue(browser, "skipped: Chromium is missing; ./jeton test --install installs it");
    gateway = NodeProcess.start(NodeProcess.BROWSER, "kandy/gateway.js");
    origin = gateway.ask(Map.of("op", "listen")).path("origin").asText();
    jeton = RunningServer.start(Map.of(
        "KANDY_REALM",
        "shop",
        "KANDY_SECURITY_KEY",
        Opened.securityKey(),
        "KANDY_CIPHER",
        "cbc",
        "KANDY_TO",
        "help@example.com"));
    made(
        "/api/v1/policies",
        "{\"name\":\"help-desk\",\"projects\":[\"shop\"],\"readyMade\":\"kandy-help-desk\"}");
    made(
        "/api/v1/open-doors",
        "{\"name\":\"call-us\",\"door\":\"GET /callparameters\",\"policy\":\"help-desk\","
            + "\"origins\":[\"" + origin + "\"],\"guard\":\"proof-of-work\",\"difficulty\":5000}");
  }

  private void made(String path, String json) throws IOException {
    Answer answer = jeton.post(path, json, "Authorization", "Bearer " + jeton.adminToken());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  @AfterAll
  void stop() throws IOException {
    if (gateway != null) {
      gateway.close();
    }
    if (jeton != null) {
      jeton.close();
    }
  }

  @Test
  void aVisitorsBrowserComputesAndCalls() throws Exception {
    JsonNode call = call(page());
    assertThat(call.path("state").asText()).as(call.toString()).isEqualTo("Initiated");
    assertThat(call.path("events").findValuesAsText("type")).isEmpty();
    jeton.awaitLine(line -> line.contains("GET /callparameters 200") && line.endsWith("anonymous"));
  }

  @Test
  void withoutThatThereIsNoCall() throws Exception {
    String lazy = page()
        .replace("const solution = await solve(await challenge.json());", "const solution = '';");
    JsonNode call = call(lazy);
    assertThat(call.path("state").asText())
        .as(call.toString())
        .startsWith("No call: send the header Jeton-Proof-Of-Work");
  }

  private JsonNode call(String html) throws Exception {
    return gateway.ask(Map.of(
        "op",
        "call",
        "verify",
        jeton.address() + "/api/v1/verify",
        "proof",
        jeton.adminToken(),
        "page",
        html,
        "parameters",
        Map.of()));
  }

  /** The page as readers copy it, with the stand-in in place of their gateway. */
  private String page() throws IOException {
    Matcher matcher = PAGE.matcher(Files.readString(DOC));
    assertThat(matcher.find()).isTrue();
    String html = matcher.group(1);
    assertThat(html).containsOnlyOnce(JETON).containsOnlyOnce(GATEWAY);
    String port = origin.substring(origin.lastIndexOf(':') + 1);
    return html.replace(GATEWAY, "protocol: 'http', server: 'localhost', port: " + port)
        .replace(JETON, jeton.address());
  }
}
