package dev.jeton.server.opendoors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a stand-in for the provider. */
class CaptchaTest {
  private static final String HERE = "192.0.2.1/32";
  private static final String SECRET = "a-captcha-secret-for-tests";

  private final List<String> asked = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer provider;
  private int status = 200;
  private String answer = "{\"success\": true}";
  private boolean silent;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.setExecutor(threads);
    provider.createContext("/", exchange -> {
      asked.add(exchange.getRequestURI() + " "
          + exchange.getRequestHeaders().getFirst("Content-Type") + " "
          + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      if (silent) {
        await();
      }
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, body.length);
      try (var out = exchange.getResponseBody()) {
        out.write(body);
      }
    });
    provider.start();
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    end.countDown();
    provider.stop(0);
    threads.shutdownNow();
  }

  @Test
  void theProviderIsAskedWithTheSecretInTheBodyAndItsYesCounts() {
    assertThat(captcha(5_000).fault("what the page+got", HERE, Set.of())).isEmpty();
    assertThat(asked)
        .containsExactly("/siteverify application/x-www-form-urlencoded secret=" + SECRET
            + "&response=what+the+page%2Bgot");
  }

  @Test
  void whateverIsNoClearYesIsANo() {
    for (String said : List.of(
        "{\"success\": false, \"error-codes\": [\"timeout-or-duplicate\"]}",
        "{\"success\": \"true\"}",
        "{\"success\": 1}",
        "{}",
        "[true]",
        "null",
        "\"success\"")) {
      answer = said;
      assertThat(captcha(5_000).fault("x", HERE, Set.of())).as(said).contains("CAPTCHA_WRONG");
    }
  }

  @Test
  void whatWasSolvedOnAnotherSiteIsANo() {
    Set<String> hosts = Set.of("www.example.com");
    answer = "{\"success\": true, \"hostname\": \"WWW.example.com\"}";
    assertThat(captcha(5_000).fault("x", HERE, hosts)).isEmpty();
    for (String other : List.of("evil.example", "", "not-provided")) {
      answer = "{\"success\": true, \"hostname\": \"" + other + "\"}";
      assertThat(captcha(5_000).fault("x", HERE, hosts)).contains("CAPTCHA_OTHER_SITE");
      assertThat(captcha(5_000).fault("x", HERE, Set.of())).as("for programs").isEmpty();
    }
    answer = "{\"success\": true}";
    assertThat(captcha(5_000).fault("x", HERE, hosts)).as("it names none").isEmpty();
  }

  @Test
  void nobodyIsAskedAboutNothing() {
    assertThat(captcha(5_000).fault("", HERE, Set.of())).contains("CAPTCHA_MISSING");
    assertThat(captcha(5_000).fault("x".repeat(6_001), HERE, Set.of()))
        .contains("CAPTCHA_MALFORMED");
    assertThat(asked).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowedAndLetsNobodyIn() {
    status = 302;
    assertUnavailable(captcha(5_000));
    assertThat(asked).hasSize(1);
  }

  @Test
  void aProviderThatFailsOrTalksNonsenseLetsNobodyIn() {
    status = 500;
    assertUnavailable(captcha(5_000));
    status = 200;
    answer = "<html>";
    assertUnavailable(captcha(5_000));
    answer = "{\"success\": true, \"padding\": \"" + "x".repeat(20_000) + "\"}";
    assertUnavailable(captcha(5_000));
  }

  @Test
  void aProviderThatIsSilentOrGoneLetsNobodyIn() {
    silent = true;
    assertUnavailable(captcha(50));
    end.countDown();
    provider.stop(0);
    assertUnavailable(captcha(5_000));
  }

  private static void assertUnavailable(Captcha captcha) {
    assertThatThrownBy(() -> captcha.fault("x", HERE, Set.of()))
        .isInstanceOfSatisfying(Refused.class, refused -> {
          assertThat(refused.problem().status()).isEqualTo(503);
          assertThat(refused.problem().code()).isEqualTo("guard-unavailable");
          assertThat(refused.exactCode()).isEqualTo("CAPTCHA_UNAVAILABLE");
        });
  }

  private Captcha captcha(long millis) {
    URI url = URI.create("http://localhost:" + provider.getAddress().getPort() + "/siteverify");
    return new Captcha(
        new OpenDoorsSettings.Provider(url, Secret.ofText(SECRET)), Duration.ofMillis(millis));
  }
}
