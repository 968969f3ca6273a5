package dev.jeton.server.admin;

import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What administrative requests have in common. */
public final class Request {
  static final String OVERLAP = "overlapSeconds";

  private static final long LONGEST_OVERLAP = Duration.ofDays(366).toSeconds();
  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

  private Request() {}

  /** The version that the client has seen; empty where it does not say, or takes any. */
  public static Optional<Long> seenVersion(Call call) {
    String header = call.header("If-Match");
    if (header == null || header.strip().equals("*")) {
      return Optional.empty();
    }
    Matcher version = VERSION.matcher(header.strip());
    if (!version.matches()) {
      throw Refused.badRequest(
          "wrong-if-match", "If-Match must be the ETag of an answer, such as \"3\", or *");
    }
    return Optional.of(Long.parseLong(version.group(1)));
  }

  /** How long what goes still verifies; null where the request does not say. */
  static @Nullable Duration overlap(Fields body) {
    Long seconds = body.wholeOrNull(OVERLAP, 0, LONGEST_OVERLAP);
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
