package dev.jeton.server.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * A page for browsers, whole in one file. Its policy admits its own style and script by their hashes, lets
 * it talk to this server alone, and lets nobody put it into a frame.
 */
public final class WebPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; %sbase-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";
  private static final String SCRIPTED = "script-src 'sha256-%s'; connect-src 'self'; ";

  private WebPage() {}

  /** The page in a file beside a class of its room. */
  public static Answer of(Class<?> room, String file) {
    return of(200, room, file, Map.of());
  }

  /** The same with HTML in place of comments such as {@code <!--name-->}. */
  public static Answer of(Class<?> room, String file, Map<String, String> parts) {
    return of(200, room, file, parts);
  }

  /** A text as it stands in HTML. */
  public static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The same with another status. */
  public static Answer of(int status, Class<?> room, String file, Map<String, String> parts) {
    try (InputStream in = room.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the program");
      }
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String policy = policy(page);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        page = page.replace("<!--" + part.getKey() + "-->", part.getValue());
      }
      return Answer.of(status, "text/html; charset=utf-8", Buffer.buffer(page))
          .with("Content-Security-Policy", policy)
          .with("Referrer-Policy", "no-referrer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String policy(String page) {
    String scripted = page.contains("<script>") ? SCRIPTED.formatted(hash(page, "script")) : "";
    return POLICY.formatted(hash(page, "style"), scripted);
  }

  private static String hash(String page, String element) {
    String begin = "<" + element + ">";
    String inside =
        page.substring(page.indexOf(begin) + begin.length(), page.indexOf("</" + element + ">"));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha256.digest(inside.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
