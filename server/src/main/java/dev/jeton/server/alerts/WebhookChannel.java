package dev.jeton.server.alerts;

import dev.jeton.server.outbound.OutboundClient;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts messages as JSON, signed when there is a secret. Follows no redirects. */
final class WebhookChannel implements Channel {
  static final String SIGNATURE = "Jeton-Signature";

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String ALGORITHM = "HmacSHA256";

  private final LiveSettings live;
  private final Optional<Secret> secret;
  private final Duration timeout;
  private final OutboundClient client;

  WebhookChannel(LiveSettings live, Optional<Secret> secret) {
    this(live, secret, TIMEOUT);
  }

  WebhookChannel(LiveSettings live, Optional<Secret> secret, Duration timeout) {
    this.live = live;
    this.secret = secret;
    this.timeout = timeout;
    this.client = new OutboundClient(timeout);
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
    HttpRequest.Builder request = client
        .request(address)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    secret.ifPresent(key -> request.header(SIGNATURE, "sha256=" + signature(key, body)));
    String host = address.getHost();
    check(host, status(host, request.build()));
  }

  private int status(String host, HttpRequest request) throws Undelivered {
    try {
      return client.answer(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (HttpTimeoutException e) {
      throw silent(host);
    } catch (IOException e) {
      throw new Undelivered(
          host + " cannot be reached; look at alerts.webhook-url, and whether it runs", true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered("the server stops", false);
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
}
