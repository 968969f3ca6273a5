package dev.jeton.server.opendoors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import dev.jeton.server.outbound.BoundedBytes;
import dev.jeton.server.outbound.OutboundClient;
import dev.jeton.tokens.SecretAccess;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Asks the provider of a captcha whether its answer counts, in the words that hCaptcha, Turnstile and
 * reCAPTCHA share. Whatever is not a clear yes is a no. Blocks.
 */
final class Captcha {
  private static final Logger LOG = Logger.getLogger(Captcha.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST = 6_000;
  private static final int LARGEST_ANSWER = 16 * 1024;
  private static final int MOST_AT_ONCE = 8;
  private static final int MOST_OF_ONE = 2;
  private static final int OK = 200;

  private final OpenDoorsSettings.Provider provider;
  private final OutboundClient client;
  private final Crowd room = new Crowd(MOST_AT_ONCE, MOST_OF_ONE);

  Captcha(OpenDoorsSettings.Provider provider) {
    this(provider, PATIENCE);
  }

  Captcha(OpenDoorsSettings.Provider provider, Duration patience) {
    this.provider = provider;
    this.client = new OutboundClient(patience);
  }

  /**
   * Why that does not count, for the audit; empty when the provider says that it does.
   *
   * @param place from where it comes; one place cannot take the room of all others
   * @param hosts of the pages that may ask, one of which the provider has to name if it names any;
   *     empty for any
   */
  Optional<String> fault(String answer, String place, Set<String> hosts) {
    if (answer.isEmpty() || answer.length() > LONGEST) {
      return Optional.of(answer.isEmpty() ? "CAPTCHA_MISSING" : "CAPTCHA_MALFORMED");
    }
    if (!room.enter(place)) {
      throw unavailable();
    }
    try {
      JsonNode said = said(answer);
      if (!said.path("success").isBoolean() || !said.path("success").booleanValue()) {
        return Optional.of("CAPTCHA_WRONG");
      }
      return isOf(said.path("hostname"), hosts)
          ? Optional.empty()
          : Optional.of("CAPTCHA_OTHER_SITE");
    } finally {
      room.leave(place);
    }
  }

  /** What somebody solved on another site of the same account is for that site. */
  private static boolean isOf(JsonNode hostname, Set<String> hosts) {
    return hosts.isEmpty()
        || hostname.isMissingNode()
        || hosts.contains(hostname.asText("").toLowerCase(Locale.ROOT));
  }

  /** Nobody can tell, so nobody is let in. */
  static Refused unavailable() {
    return new Refused(new Problem(
            503, "guard-unavailable", "nobody can check the captcha at the moment; try again"))
        .recordedAs("CAPTCHA_UNAVAILABLE", Map.of());
  }

  private JsonNode said(String answer) {
    HttpResponse<byte[]> response = response(answer);
    String host = provider.url().getHost();
    if (response.statusCode() != OK) {
      throw unavailable(host + " answers with status " + response.statusCode());
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw unavailable(host + " answers with something else than JSON");
    }
  }

  private HttpResponse<byte[]> response(String answer) {
    try {
      return client.answer(request(answer), head -> new BoundedBytes(LARGEST_ANSWER));
    } catch (IOException e) {
      throw unavailable(provider.url().getHost() + " does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static Refused unavailable(String why) {
    LOG.warnf(
        "the captcha's provider is of no use, so nobody gets in where it guards: %s; look at"
            + " open-doors.captcha-url",
        why);
    return unavailable();
  }

  private HttpRequest request(String answer) {
    byte[] secret = provider.secret().reveal(SecretAccess.forCryptography());
    String form = "secret=" + encoded(new String(secret, StandardCharsets.UTF_8)) + "&response="
        + encoded(answer);
    return client
        .request(provider.url())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
