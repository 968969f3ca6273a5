package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.jeton.server.RunningServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What an operator does to get alerts. */
class AlertsIT {
  @Test
  void anOperatorNamesAWebhookWhileTheServerRunsAndTriesIt() throws Exception {
    List<String> got = new CopyOnWriteArrayList<>();
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/", exchange -> {
      got.add(exchange.getRequestHeaders().getFirst(WebhookChannel.SIGNATURE).length() + " "
          + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    hook.start();
    try (RunningServer server = RunningServer.start(Map.of(
        "JETON_ALERTS_WEBHOOK_SECRET", "a-webhook-secret-for-tests",
        "JETON_ALERTS_MAIL_TO", "ops@example.com"))) {
      String url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/";
      assertThat(
              patch(server, "{\"alerts.webhook-url\":\"http://example.com/\"}").body())
          .contains("give an https address");
      assertThat(patch(server, "{\"alerts.mail-to\":[\"a@example.com\"]}").status())
          .isEqualTo(409);
      RunningServer.Answer set = patch(server, "{\"alerts.webhook-url\":\"" + url + "\"}");
      assertThat(set.body()).contains("\"value\":\"(set)\"").doesNotContain(url);

      RunningServer.Answer tested =
          server.post("/api/v1/alerts/test", "{}", "Authorization", proof(server));
      assertThat(tested.body())
          .isEqualTo("{\"channels\":[{\"channel\":\"mail\",\"outcome\":\"off\","
              + "\"detail\":\"mail.host is not set\"},"
              + "{\"channel\":\"webhook\",\"outcome\":\"sent\"}]}");
      assertThat(got).singleElement().asString().startsWith("71 ").contains("\"test\":true");
      assertThat(server.get("/api/v1/alerts", "Authorization", proof(server)).status())
          .isEqualTo(200);
      assertThat(server.get("/api/v1/settings").status()).isEqualTo(401);
      assertThat(server.get("/q/metrics").body())
          .contains(
              "jeton_alerts_sent_total{channel=\"webhook\"} 1.0",
              "jeton_clock_offset_seconds{compared=\"database\"} NaN");
      assertThat(server.get("/q/health/ready").body()).contains("\"clock\"");
    } finally {
      hook.stop(0);
    }
  }

  private static String proof(RunningServer server) throws Exception {
    return "Bearer " + server.adminToken();
  }

  private static RunningServer.Answer patch(RunningServer server, String body) throws Exception {
    return server.send(
        "/api/v1/settings",
        request -> request
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body)),
        "Authorization",
        proof(server));
  }
}
