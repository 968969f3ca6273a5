package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.NodeProcess;
import dev.jeton.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The page of docs/kandy.md in a browser, with the vendor's SDK, against a stand-in for the gateway
 * that has Jeton judge whatever arrives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KandyPageIT {
  private static final Path DOC = Path.of("..", "docs", "kandy.md");
  private static final Pattern PAGE = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);
  private static final String JETON = "http://localhost:8080";
  private static final String GATEWAY =
      "protocol: 'https', server: 'gateway.example.com', port: 443";
  private static final String ACCOUNT = "help@example.com";
  private static final String CALLER = "sip:anonymous@invalid.com";
  private static final String CALLEE = "sip:help@example.com";

  private NodeProcess gateway;
  private RunningServer jeton;
  private String origin;
  private String page;

  @BeforeAll
  void start() throws Exception {
    String advice = "; ./jeton test --install installs it";
    boolean browser = false;
    for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
      browser |= NodeProcess.runs(name);
    }
    assumeTrue(browser, "skipped: Chromium is missing" + advice);
    gateway = NodeProcess.start(NodeProcess.BROWSER, "kandy/gateway.js");
    origin = gateway.ask(Map.of("op", "listen")).path("origin").asText();
    jeton = RunningServer.start(Map.of(
        "KANDY_REALM",
        "shop",
        "KANDY_SECURITY_KEY",
        Realms.CBC_KEY,
        "KANDY_TO",
        "help@example.com",
        "CORS_ALLOW_ORIGIN",
        origin));
    page = pageOfTheDoc();
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
  void thePageCallsWithTokensThatTheGatewayFindsValid() throws Exception {
    JsonNode call = call(page.replace(JETON, jeton.address()), Map.of());
    assertThat(call.path("state").asText()).as(call.toString()).isEqualTo("Initiated");

    JsonNode subscribe = request(call, "POST", "subscription");
    assertThat(subscribe.path("realm").asText()).isEqualTo("shop");
    assertThat(subscribe.at("/verdict/valid").asBoolean()).isTrue();
    assertThat(subscribe.at("/verdict/identity").asText()).isEqualTo(ACCOUNT);

    JsonNode callStart = request(call, "POST", "callMe");
    assertThat(callStart.path("type").asText()).isEqualTo("callStart");
    assertThat(callStart.path("accountToken")).isEqualTo(subscribe.path("accountToken"));
    assertThat(callStart.at("/verdict/valid").asBoolean()).isTrue();
    assertThat(callStart.at("/verdict/from").asText()).isEqualTo("anonymous@invalid.com");
    assertThat(callStart.at("/verdict/to").asText()).isEqualTo("help@example.com");

    assertThat(request(call, "DELETE", "callMe/callSessions/session-1")
            .path("realm")
            .asText())
        .isEqualTo("shop");
    assertThat(call.path("events").findValuesAsText("code")).isEmpty();
    assertThat(jeton.output())
        .noneMatch(line -> line.contains(subscribe.path("accountToken").asText()));
  }

  @Test
  void tokensThatAreTooOldFailAtTheSubscriptionAndTheSdkSaysSo() throws Exception {
    long old = Instant.now().toEpochMilli() - 601_000;
    assertRefusedAtSubscription(
        sealed(Realms.CBC_KEY, old, ACCOUNT, CALLER, CALLEE), "expired", "EXPIRED");
  }

  @Test
  void tokensOfAnotherKeyFailAtTheSubscriptionAndTheSdkSaysSo() throws Exception {
    assertRefusedAtSubscription(
        sealed(Realms.OTHER_CBC_KEY, Instant.now().toEpochMilli(), ACCOUNT, CALLER, CALLEE),
        "invalid",
        "BAD_MAC");
  }

  @Test
  void aCalleeThatNobodyListedFailsAtTheStartOfTheCallAndTheSdkSaysSo() throws Exception {
    JsonNode call = callWith(sealed(
        Realms.CBC_KEY, Instant.now().toEpochMilli(), ACCOUNT, CALLER, "sip:boss@example.com"));
    assertThat(request(call, "POST", "subscription").at("/verdict/valid").asBoolean())
        .isTrue();
    assertThat(request(call, "POST", "callMe").at("/verdict/code").asText())
        .isEqualTo("TO_NOT_ALLOWED");
    assertThat(call.path("state").asText()).isEqualTo("No call: An error occurred.");
  }

  private void assertRefusedAtSubscription(
      Map<String, String> parameters, String reason, String code) throws Exception {
    JsonNode call = callWith(parameters);
    JsonNode subscribe = request(call, "POST", "subscription");
    assertThat(subscribe.at("/verdict/reason").asText()).as(call.toString()).isEqualTo(reason);
    assertThat(subscribe.at("/verdict/code").asText()).isEqualTo(code);
    assertThat(call.path("state").asText()).isEqualTo("No call: Failed to connect to server.");
    assertThat(call.path("events").findValuesAsText("code")).contains("call:7");
    assertThat(call.path("requests").findValuesAsText("type")).isEmpty();
  }

  /** Has the page ask the stand-in for its tokens, which has these. */
  private JsonNode callWith(Map<String, String> parameters) throws Exception {
    return call(page.replace(JETON, origin), parameters);
  }

  private JsonNode call(String html, Map<String, String> parameters) throws Exception {
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
        parameters));
  }

  private static JsonNode request(JsonNode call, String method, String resource) {
    for (JsonNode request : call.path("requests")) {
      if (request.path("method").asText().equals(method)
          && request.path("resource").asText().equals(resource)) {
        return request;
      }
    }
    throw new AssertionError("no " + method + " of " + resource + " in " + call);
  }

  private static Map<String, String> sealed(
      String key, long time, String account, String from, String to) throws Exception {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("realm", "shop");
    parameters.put("caller", from);
    parameters.put("callee", to);
    try (NodeProcess node = NodeProcess.start(NodeProcess.LIBRARY, "kandy.js")) {
      Map<String, String> identities =
          Map.of("accountToken", account, "fromToken", from, "toToken", to);
      for (Map.Entry<String, String> identity : identities.entrySet()) {
        Map<String, Object> question = Map.of(
            "op",
            "seal",
            "cipher",
            "CBC",
            "key",
            key,
            "identity",
            identity.getValue(),
            "timestamp",
            time,
            "iv",
            "abcdEFGH01234567");
        parameters.put(identity.getKey(), node.ask(question).path("token").asText());
      }
    }
    return parameters;
  }

  /** The page as readers copy it, with the stand-in in place of their gateway. */
  private String pageOfTheDoc() throws IOException {
    Matcher matcher = PAGE.matcher(Files.readString(DOC));
    List<String> pages = Stream.iterate(matcher.find(), found -> found, found -> matcher.find())
        .map(found -> matcher.group(1))
        .toList();
    String html = assertThat(pages).singleElement().actual();
    assertThat(html).containsOnlyOnce(JETON).containsOnlyOnce(GATEWAY);
    String port = origin.substring(origin.lastIndexOf(':') + 1);
    return html.replace(GATEWAY, "protocol: 'http', server: 'localhost', port: " + port);
  }
}
