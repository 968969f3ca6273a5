package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The query string hash, which binds a token to method, path and query of one request; headers and
 * body stay free.
 *
 * <p>It is the lower-case hex SHA-256 of the UTF-8 bytes of {@code METHOD&path&query}:
 *
 * <ul>
 *   <li>method in upper case
 *   <li>path as sent, without scheme, host, port and context path; {@code /} where it is empty; one
 *       {@code /} at the end dropped unless alone; {@code &} as {@code %26}; percent escapes in it
 *       stay as they are, so {@code %2F} is no {@code /}
 *   <li>query without the parameter {@code jwt}; {@code +} is a space; names and values escaped by
 *       RFC 3986 (all but {@code A-Za-z0-9-._~}, upper-case hex); sorted by escaped name; values of
 *       one name sorted and joined by bare commas; an empty value keeps its {@code =}; parameters
 *       joined by {@code &}
 *   <li>fragments do not count
 * </ul>
 *
 * The text of these rules sorts escaped names, the npm package atlassian-jwt sorts unescaped ones,
 * which differ for {@code a/b} and {@code a-b}. The first is made here, both are accepted.
 *
 * <p>Source: Atlassian, "Creating a query string hash"; atlassian-jwt 2.0.3.
 */
public final class Qsh {
  private static final int HEX_DIGITS = 64;

  private final String text;

  private Qsh(String text) {
    this.text = text;
  }

  /** The hash of a request. */
  public static Qsh of(HttpRequest request) {
    return new Qsh(hash(CanonicalRequest.of(request).inEncodedOrder()));
  }

  /** The text that is hashed, to find out why two sides differ. */
  public static String canonicalRequest(HttpRequest request) {
    return CanonicalRequest.of(request).inEncodedOrder();
  }

  /** What of the URL is hashed, as {@code /path?query}; {@code /path} where there is no query. */
  public static String target(HttpRequest request) {
    return CanonicalRequest.of(request).target();
  }

  /**
   * Whether a token's hash is that of a request, in either order and in constant time. Refused with
   * QSH_MALFORMED unless it is 64 lower-case hex digits, else with QSH_MISMATCH.
   */
  public static Outcome<Qsh> check(String claimed, HttpRequest request) {
    if (claimed.length() != HEX_DIGITS || !claimed.chars().allMatch(Qsh::isLowerHex)) {
      return Outcome.refused(Reason.QSH_MALFORMED, "its qsh is not 64 lower-case hex digits");
    }
    CanonicalRequest canonical = CanonicalRequest.of(request);
    String encoded = canonical.inEncodedOrder();
    String decoded = canonical.inDecodedOrder();
    return matches(claimed, encoded) || (!decoded.equals(encoded) && matches(claimed, decoded))
        ? Outcome.accepted(new Qsh(claimed))
        : Outcome.refused(Reason.QSH_MISMATCH, "it was made for another method, path or query");
  }

  /** 64 lower-case hex digits. */
  public String text() {
    return text;
  }

  private static boolean matches(String claimed, String canonical) {
    return MessageDigest.isEqual(
        claimed.getBytes(StandardCharsets.US_ASCII),
        hash(canonical).getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean isLowerHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private static String hash(String canonical) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
