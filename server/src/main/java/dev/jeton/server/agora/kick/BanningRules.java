package dev.jeton.server.agora.kick;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.agora.kick.Reached.Answered;
import dev.jeton.server.agora.kick.Reached.Failed;
import dev.jeton.server.outbound.BoundedBytes;
import dev.jeton.tokens.agora.AppId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Agora's banning rules. The JDK's trust store says who is believed; follows no redirects. */
final class BanningRules {
  /** As long as Agora recommends to wait, so that the rule's number is not lost. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int LONGEST_MESSAGE = 200;
  private static final int REFUSALS = 400;
  private static final int FAULTS = 500;
  private static final Set<Integer> MOVED = Set.of(301, 302, 307, 308);
  private static final String PATH = "/dev/v1/kicking-rule";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final Duration patience;
  private @Nullable HttpClient client;

  BanningRules(KickSettings settings, Duration patience) {
    this.address = URI.create(settings.api().toString().replaceFirst("/+$", "") + PATH);
    this.patience = patience;
  }

  /** Who asks, as Agora knows the account. */
  record Customer(String id, String secret) {
    String basic() {
      byte[] both = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
      return "Customer[" + id + "]";
    }
  }

  /** Makes a rule. Blocks for as long as Agora takes, up to the patience there is. */
  Reached make(Customer customer, AppId project, Kick kick) {
    HttpRequest request = HttpRequest.newBuilder(address)
        .timeout(patience)
        .header("Authorization", customer.basic())
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("User-Agent", "Jeton")
        .POST(HttpRequest.BodyPublishers.ofByteArray(kick.json(project).getBytes()))
        .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(request, head -> new BoundedBytes(MOST_BYTES));
    try {
      // The client's own time limit ends with the head of an answer.
      return read(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (TimeoutException e) {
      return silent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed("stopping", "the server stops", true);
    } finally {
      answer.cancel(true);
    }
  }

  /** What is known of a request that got no answer. */
  Failed failed(@Nullable Throwable cause) {
    if (cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnresolvedAddressException) {
      return new Failed(
          "agora-unreachable",
          address.getHost() + " cannot be reached, so nobody was kicked out; look at agora.api-url",
          false);
    }
    if (cause instanceof HttpTimeoutException) {
      return silent();
    }
    return isDistrust(cause)
        ? new Failed(
            "agora-untrusted",
            "the certificate of " + address.getHost() + " is not trusted, so it was not asked",
            false)
        : unreadable();
  }

  /** Whatever else goes wrong in TLS may do so behind the request. */
  private static boolean isDistrust(@Nullable Throwable fault) {
    return fault instanceof SSLHandshakeException
        && Stream.iterate(fault.getCause(), Objects::nonNull, Throwable::getCause)
            .anyMatch(CertificateException.class::isInstance);
  }

  private Failed unreadable() {
    return new Failed(
        "agora-unreadable",
        address.getHost() + " did not answer as it should, so nobody knows whether it was done;"
            + " look into Agora Console",
        true);
  }

  private Failed silent() {
    return new Failed(
        "agora-silent",
        address.getHost() + " did not answer within " + patience.toSeconds()
            + " s, so nobody knows whether it was done; the same once more does no harm",
        true);
  }

  private Reached read(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (MOVED.contains(status)) {
      return new Failed(
          "agora-moved",
          address.getHost() + " answers " + status
              + ", and no redirects are followed; set agora.api-url to the final address",
          false);
    }
    if (status >= FAULTS || status == HttpURLConnection.HTTP_CLIENT_TIMEOUT) {
      return new Failed(
          "agora-failed",
          address.getHost() + " answers " + status
              + ", so nobody knows whether it was done; the same once more does no harm",
          true);
    }
    JsonNode body = tree(response.body());
    boolean isDone =
        status == HttpURLConnection.HTTP_OK && body.path("status").asText("").equals("success");
    if (!isDone && status < REFUSALS) {
      return unreadable();
    }
    JsonNode id = body.path("id");
    return new Answered(
        status,
        id.isIntegralNumber() ? Optional.of(id.longValue()) : Optional.empty(),
        line(body.path("message").asText("")).or(() -> line(body.path("status").asText(""))));
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree == null ? JSON.createObjectNode() : tree;
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  /** What somebody else says, as far as it can stand in a line. */
  private static Optional<String> line(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?").strip();
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(plain.substring(0, Math.min(plain.length(), LONGEST_MESSAGE)));
  }

  /** Made when it is needed first, because most servers kick nobody out. */
  private synchronized HttpClient client() {
    if (client == null) {
      client = HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
    }
    return client;
  }
}
