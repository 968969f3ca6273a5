package dev.jeton.tokens.sunbird;

import java.util.Locale;
import java.util.Optional;

/**
 * The request that a token is bound to, as its client sends it: before any gateway rewrites the path.
 *
 * <p>The URL is absolute ({@code https://host/path?query}) or starts with the path. Scheme, host,
 * port and fragment do not count; path and query are taken as they are sent, percent escapes and all.
 *
 * @param method in any case; upper case afterwards
 * @param url at most {@value #MAX_LENGTH} characters and {@value #MAX_PARAMETERS} parameters, without
 *     white space and control characters
 * @param contextPath where the API is mounted ({@code /api}); cut off the path where it starts with
 *     these segments. Empty for none
 * @param formBody the body of a POST or PUT as {@code application/x-www-form-urlencoded}, at most
 *     {@value #MAX_LENGTH} characters; giving it means that it counts as the query where there is
 *     none
 */
public record HttpRequest(
    String method, String url, String contextPath, Optional<String> formBody) {

  /** The longest URL, and the longest form, in characters. */
  public static final int MAX_LENGTH = 65_536;

  /** How many parameters a query or form may have; Node reads no more either. */
  public static final int MAX_PARAMETERS = 1_000;

  private static final int MAX_METHOD_LENGTH = 32;
  private static final String METHOD_MARKS = "!#$%&'*+-.^_`|~";

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the method is none, or a text is too long or has characters
   *     that no request can carry
   */
  public HttpRequest {
    method = method(method);
    check("the URL", url);
    check("the context path", contextPath);
    if (!contextPath.isEmpty() && !contextPath.startsWith("/")) {
      throw new IllegalArgumentException("a context path starts with /");
    }
    formBody.ifPresent(form -> checkSize("the form", form));
  }

  /**
   * A request without context path and form.
   *
   * @throws IllegalArgumentException as the constructor
   */
  public static HttpRequest of(String method, String url) {
    return new HttpRequest(method, url, "", Optional.empty());
  }

  /** The same request to an API that is mounted there. */
  public HttpRequest contextPath(String path) {
    return new HttpRequest(method, url, path, formBody);
  }

  /** The same request with a form that counts as its query where it has none. */
  public HttpRequest formBody(String form) {
    return new HttpRequest(method, url, contextPath, Optional.of(form));
  }

  /** The method alone: a URL may carry a token. */
  @Override
  public String toString() {
    return "HttpRequest[" + method + "]";
  }

  private static String method(String text) {
    boolean token = !text.isEmpty()
        && text.length() <= MAX_METHOD_LENGTH
        && text.chars().allMatch(HttpRequest::isOfToken);
    if (!token) {
      throw new IllegalArgumentException("a method is a word such as GET or POST");
    }
    return text.toUpperCase(Locale.ROOT);
  }

  /** RFC 9110, section 5.6.2. */
  private static boolean isOfToken(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || METHOD_MARKS.indexOf(c) >= 0;
  }

  private static void check(String what, String text) {
    checkSize(what, text);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c <= ' ' || c == 0x7f) {
        throw new IllegalArgumentException(
            what + " has white space or control characters; percent-encode them");
      }
      if (Character.getType(c) == Character.SURROGATE) {
        throw new IllegalArgumentException(what + " is no Unicode text");
      }
      i += Character.charCount(c);
    }
  }

  private static void checkSize(String what, String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(what + " has more than " + MAX_LENGTH + " characters");
    }
    if (text.chars().filter(c -> c == '&').count() >= MAX_PARAMETERS) {
      throw new IllegalArgumentException(what + " has more than " + MAX_PARAMETERS + " parameters");
    }
  }
}
