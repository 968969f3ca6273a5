package dev.jeton.server.alerts;

import dev.jeton.server.settings.LiveSettings;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Posts messages as JSON, signed when there is a secret. Follows no redirects. */
final class WebhookChannel implements Channel {
  static final String SIGNATURE = "Jeton-Signature";

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String ALGORITHM = "HmacSHA256";

  private final LiveSettings live;
  private final Optional<Secret> secret;
  private final Duration timeout;
  private @Nullable HttpClient client;

  WebhookChannel(LiveSettings live, Optional<Secret> secret) {
    this(live, secret, TIMEOUT);
  }

  WebhookChannel(LiveSettings live, Optional<Secret> secret, Duration timeout) {
    this.live = live;
    this.secret = secret;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Optional<String> missing() {
    return live.get(AlertsSection.WEBHOOK_URL).isPresent()
        ? Optional.empty()
        : Optional.of("alerts.webhook-url is not set");
  }

  @Override
  public void send(Message message) throws Undelivered {
    URI address = URI.create(live.get(AlertsSection.WEBHOOK_URL).orElseThrow());
    byte[] body = message.json();
    HttpRequest.Builder request = HttpRequest.newBuilder(address)
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Jeton")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    secret.ifPresent(key -> request.header(SIGNATURE, "sha256=" + signature(key, body)));
    String host = address.getHost();
    check(host, status(host, request.build()));
  }

  /** The client's own time limit ends with the head of an answer, and its body may never come. */
  private int status(String host, HttpRequest request) throws Undelivered {
    CompletableFuture<HttpResponse<Void>> answer =
        client().sendAsync(request, HttpResponse.BodyHandlers.discarding());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpTimeoutException) {
        throw silent(host);
      }
      throw new Undelivered(
          host + " cannot be reached; look at alerts.webhook-url, and whether it runs", true);
    } catch (TimeoutException e) {
      throw silent(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered("the server stops", false);
    } finally {
      answer.cancel(true);
    }
  }

  private Undelivered silent(String host) {
    return new Undelivered(host + " does not answer within " + timeout.toSeconds() + " s", true);
  }

  private static void check(String host, int status) throws Undelivered {
    if (status / 100 == 3) {
      throw new Undelivered(
          host + " answers " + status + ", and no redirects are followed; set the final address",
          false);
    }
    if (status / 100 != 2) {
      boolean busy = status == 408 || status == 429 || status >= 500;
      throw new Undelivered(host + " answers " + status + "; it must answer 2xx", busy);
    }
  }

  /** HMAC-SHA256 of the body in lower-case hex. */
  static String signature(Secret secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal(SecretAccess.forCryptography()), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Made when it is needed first, because most servers send nothing. */
  private synchronized HttpClient client() {
    if (client == null) {
      client = HttpClient.newBuilder()
          .connectTimeout(timeout)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
    }
    return client;
  }
}
