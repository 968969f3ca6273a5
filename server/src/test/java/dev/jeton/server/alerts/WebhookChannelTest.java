package dev.jeton.server.alerts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookChannelTest {
  private static final String SECRET = "a-webhook-secret-for-tests";
  private static final Message MESSAGE = new Message(
      "00000000000000a1",
      Instant.parse("2026-11-21T12:00:00Z"),
      "node-1",
      false,
      List.of(new Alert(
          Alert.What.BEGINS,
          Condition.here("disk-full", "node-1", "the disk is full"),
          Instant.parse("2026-11-21T12:00:00Z"))));

  private final List<String> bodies = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private HttpServer server;
  private boolean silent;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hook", exchange -> {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      signatures.add(exchange.getRequestHeaders().getFirst(WebhookChannel.SIGNATURE));
      if (silent) {
        awaitRelease();
      }
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.removeFirst(), -1);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.stop(0);
  }

  private void awaitRelease() {
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WebhookChannel channel(Duration timeout) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=in-the-url";
    LiveSettings live =
        new LiveSettings(new AlertsSection().live(), Map.of("alerts.webhook-url", List.of(url)));
    return new WebhookChannel(live, Optional.of(Secret.ofText(SECRET)), timeout);
  }

  private Courier courier(Duration timeout) {
    return new Courier(List.of(channel(timeout)), pauses::add);
  }

  private Courier.Result deliver() {
    return courier(Duration.ofSeconds(5)).deliver(MESSAGE, Courier.TRIES).get(0);
  }

  @Test
  void theBodyIsStableAndSigned() throws Exception {
    channel(Duration.ofSeconds(5)).send(MESSAGE);
    assertThat(bodies)
        .containsExactly("{\"id\":\"00000000000000a1\","
            + "\"sentAt\":\"2026-11-21T12:00:00Z\",\"server\":\"node-1\",\"test\":false,\"alerts\":["
            + "{\"what\":\"begins\",\"code\":\"disk-full\",\"subject\":\"node-1\","
            + "\"detail\":\"the disk is full\",\"since\":\"2026-11-21T12:00:00Z\"}]}");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(signatures)
        .containsExactly("sha256="
            + HexFormat.of()
                .formatHex(mac.doFinal(bodies.get(0).getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aServerThatIsBusyIsAskedThreeTimesWithGrowingPauses() {
    answers.addAll(List.of(503, 429, 200));
    assertThat(deliver().outcome()).isEqualTo(Courier.Outcome.SENT);
    assertThat(bodies).hasSize(3);
    assertThat(Map.of(bodies.get(0), 1)).containsKey(bodies.get(2));
    assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  @Test
  void afterThreeTriesItIsOverAndCounted() {
    answers.addAll(List.of(500, 500, 500));
    Courier courier = courier(Duration.ofSeconds(5));
    Courier.Result result = courier.deliver(MESSAGE, Courier.TRIES).get(0);
    assertThat(result.outcome()).isEqualTo(Courier.Outcome.FAILED);
    assertThat(result.detail()).contains("127.0.0.1 answers 500").doesNotContain("in-the-url");
    assertThat(requireNonNull(courier.figures().get("webhook")).failed().sum()).isEqualTo(1);
  }

  @Test
  void aRefusalAndARedirectAreNotRepeated() {
    answers.addAll(List.of(404, 302));
    assertThat(deliver().detail()).contains("answers 404");
    assertThat(deliver().detail()).contains("no redirects");
    assertThat(bodies).hasSize(2);
  }

  @Test
  void aServerThatDoesNotAnswerIsNotWaitedForLong() {
    silent = true;
    assertThatThrownBy(() -> channel(Duration.ofMillis(100)).send(MESSAGE))
        .isInstanceOf(Undelivered.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void anAnswerWhoseBodyNeverComesIsNotWaitedForLong() throws Exception {
    server.stop(0);
    try (ServerSocket socket =
        new ServerSocket(server.getAddress().getPort(), 1, InetAddress.getLoopbackAddress())) {
      Thread hook = new Thread(() -> answerHalf(socket), "hook");
      hook.start();
      assertThatThrownBy(() -> channel(Duration.ofMillis(500)).send(MESSAGE))
          .isInstanceOf(Undelivered.class)
          .hasMessageContaining("does not answer");
      release.countDown();
      hook.join();
    }
  }

  private void answerHalf(ServerSocket socket) {
    try (Socket hook = socket.accept()) {
      hook.getOutputStream()
          .write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      awaitRelease();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aServerThatIsNotThereIsAPlainLine() {
    server.stop(0);
    assertThat(deliver().detail()).contains("cannot be reached").doesNotContain("in-the-url");
  }

  @Test
  void onlyHttpsAndThisMachineAreTaken() {
    for (String good : List.of(
        "https://hooks.example.com/x?y=z",
        "http://localhost:8080/x",
        "http://127.0.0.1/",
        "http://[::1]:9000/")) {
      assertThat(Addresses.isWeb(good)).as(good).isTrue();
    }
    for (String bad : List.of(
        "http://hooks.example.com/",
        "https://user:word@example.com/",
        "ftp://example.com/",
        "https:///x",
        "http://127.0.0.1.example.com/",
        "https://example.com/#x",
        "not an address")) {
      assertThat(Addresses.isWeb(bad)).as(bad).isFalse();
    }
  }
}
