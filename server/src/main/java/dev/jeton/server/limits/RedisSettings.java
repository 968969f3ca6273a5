package dev.jeton.server.limits;

import dev.jeton.tokens.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Redis or Valkey server.
 *
 * @param address with its scheme, and without anything that lets one in
 * @param database its number
 * @param prefix what the names of all keys begin with
 * @param authority who signs its certificate, where the system does not know him
 */
public record RedisSettings(
    String address,
    Optional<String> user,
    Optional<Secret> password,
    int database,
    String prefix,
    Optional<Path> authority) {
  private static final Pattern NUMBERED = Pattern.compile("/?|/([0-9]{1,4})");
  private static final int USUAL_PORT = 6379;

  /** The prefix of whoever chooses none. */
  static final String USUAL_PREFIX = "jeton";

  /** Reads {@code redis[s]://[[user]:password@]host[:port][/database]}; null for anything else. */
  static @Nullable RedisSettings of(String url) {
    try {
      URI uri = new URI(url);
      Matcher path = NUMBERED.matcher(uri.getPath() == null ? "-" : uri.getPath());
      if (uri.getHost() == null
          || !("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))
          || uri.getQuery() != null
          || uri.getFragment() != null
          || !path.matches()) {
        return null;
      }
      String[] who =
          uri.getUserInfo() == null ? new String[] {"", ""} : uri.getUserInfo().split(":", 2);
      if (who.length < 2 || (uri.getUserInfo() != null && who[1].isEmpty())) {
        return null;
      }
      int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
      return new RedisSettings(
          uri.getScheme() + "://" + uri.getHost() + ":" + port,
          Optional.of(who[0]).filter(user -> !user.isEmpty()),
          Optional.of(who[1]).filter(word -> !word.isEmpty()).map(Secret::ofText),
          path.group(1) == null ? 0 : Integer.parseInt(path.group(1)),
          USUAL_PREFIX,
          Optional.empty());
    } catch (URISyntaxException e) {
      return null;
    }
  }

  RedisSettings with(String chosen, @Nullable Path signer) {
    return new RedisSettings(
        address, user, password, database, chosen, Optional.ofNullable(signer));
  }

  boolean isEncrypted() {
    return address.startsWith("rediss:");
  }
}
