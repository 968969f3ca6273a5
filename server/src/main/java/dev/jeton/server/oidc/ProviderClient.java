package dev.jeton.server.oidc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.outbound.BoundedBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks providers. Follows no redirects, gives an answer a few seconds from its first byte to its last, and
 * reads no long one. Blocks.
 */
final class ProviderClient {
  static final int MOST_BYTES = 256 * 1024;

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Duration timeout;
  private @Nullable HttpClient client;

  ProviderClient() {
    this(TIMEOUT);
  }

  ProviderClient(Duration timeout) {
    this.timeout = timeout;
  }

  JsonNode get(URI address) throws Unanswered {
    return object(address, HttpRequest.newBuilder(address).GET());
  }

  /** Posts a form; the proof of who we are goes into {@code Authorization}. */
  JsonNode post(URI address, String form, Optional<String> authorization) throws Unanswered {
    HttpRequest.Builder request = HttpRequest.newBuilder(address)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
    authorization.ifPresent(proof -> request.header("Authorization", proof));
    return object(address, request);
  }

  private JsonNode object(URI address, HttpRequest.Builder request) throws Unanswered {
    HttpResponse<byte[]> answer = answer(
        address,
        request
            .timeout(timeout)
            .header("Accept", "application/json")
            .header("User-Agent", "Jeton")
            .build());
    JsonNode body = parsed(answer.body());
    String place = address.getHost() + address.getPath();
    int status = answer.statusCode();
    if (status / 100 == 3) {
      throw new Unanswered(
          place + " answers " + status + ", and no redirects are followed; set the final address");
    }
    if (status != 200) {
      throw new Unanswered(place + " answers " + status + code(body) + "; it must answer 200");
    }
    if (body == null) {
      throw new Unanswered(place + " answers with something else than a JSON object");
    }
    return body;
  }

  /** The client's own time limit ends with the head of an answer, and its body may never end. */
  private HttpResponse<byte[]> answer(URI address, HttpRequest request) throws Unanswered {
    String host = address.getHost();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client().sendAsync(request, head -> new BoundedBytes(MOST_BYTES));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BoundedBytes.TooLong) {
          throw new Unanswered(host + " answers with more than " + MOST_BYTES / 1024 + " KiB");
        }
        if (cause instanceof javax.net.ssl.SSLException) {
          throw new Unanswered(
              host + " shows no certificate that this machine trusts for that host");
        }
      }
      throw new Unanswered(host + " cannot be reached; look whether it runs, and at oidc.issuer");
    } catch (TimeoutException e) {
      throw new Unanswered(host + " does not answer within " + timeout.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unanswered("the server stops");
    } finally {
      answer.cancel(true);
    }
  }

  private static @Nullable JsonNode parsed(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node != null && node.isObject() ? node : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** The word of RFC 6749 section 5.2 for what was wrong. */
  private static String code(@Nullable JsonNode body) {
    String word = body == null ? "" : body.path("error").asText();
    return CODE.matcher(word).matches() ? " (" + word + ")" : "";
  }

  /** Made when it is needed first, because many servers have no provider. */
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
