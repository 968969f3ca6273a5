package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.jeton.server.RunningServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored key that is near its end, from the realm to the webhook. */
class KeyEndsIT {
  private static final int PATIENCE_SECONDS = 120;

  @TempDir
  Path folder;

  @Test
  void aKeyNearItsEndIsToldByTheServerThatStartsOnIt() throws Exception {
    String end =
        Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      RunningServer.Answer made = server.post(
          "/api/v1/kandy/realms",
          "{\"name\":\"shop\",\"cipher\":\"cbc\",\"to\":[\"help@example.com\"],\"keyEndsAt\":\""
              + end + "\"}",
          "Authorization",
          "Bearer " + server.adminToken());
      assertThat(made.status()).as(made.body()).isEqualTo(201);
    }
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    HttpServer hook = hook(got);
    String url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/";
    try (RunningServer server = RunningServer.start(
        folder,
        Map.of(
            "JETON_ALERTS_WEBHOOK_URL",
            url,
            "JETON_ALERTS_WEBHOOK_SECRET",
            "a-webhook-secret-for-tests"))) {
      String told = got.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(told).contains("key-ends", "Kandy realm shop", end);
      assertThat(server
              .get("/api/v1/alerts", "Authorization", "Bearer " + server.adminToken())
              .body())
          .contains("key-ends", "Kandy realm shop");
    } finally {
      hook.stop(0);
    }
  }

  private static HttpServer hook(BlockingQueue<String> got) throws Exception {
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/", exchange -> {
      got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    hook.start();
    return hook;
  }
}
