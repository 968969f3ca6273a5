package dev.jeton.tokens.sunbird;

import java.util.Optional;
import java.util.Set;

/** {@code METHOD&path&query}, the text that a qsh is the hash of. */
final class CanonicalRequest {
  private static final Set<String> FORM_METHODS = Set.of("POST", "PUT");

  private final String method;
  private final String path;
  private final QueryParameters parameters;

  private CanonicalRequest(String method, String path, QueryParameters parameters) {
    this.method = method;
    this.path = path;
    this.parameters = parameters;
  }

  static CanonicalRequest of(HttpRequest request) {
    String target = withoutHost(withoutFragment(request.url()));
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    QueryParameters query = QueryParameters.parse(mark < 0 ? "" : target.substring(mark + 1));
    Optional<String> form =
        request.formBody().filter(body -> FORM_METHODS.contains(request.method()));
    return new CanonicalRequest(
        request.method(),
        path(path, request.contextPath()),
        query.isEmpty() ? form.map(QueryParameters::parse).orElse(query) : query);
  }

  /** Sorted as the text of the rules says: by what stands in the result. */
  String inEncodedOrder() {
    return methodAndPath() + parameters.inEncodedOrder();
  }

  /** Sorted as atlassian-jwt does: by what the names and values mean. */
  String inDecodedOrder() {
    return methodAndPath() + parameters.inDecodedOrder();
  }

  /** {@code /path?query}, or {@code /path} where there is no query. */
  String target() {
    String query = parameters.inEncodedOrder();
    return query.isEmpty() ? path : path + "?" + query;
  }

  private String methodAndPath() {
    return method + "&" + path + "&";
  }

  private static String withoutFragment(String url) {
    int mark = url.indexOf('#');
    return mark < 0 ? url : url.substring(0, mark);
  }

  private static String withoutHost(String url) {
    int colon = url.indexOf("://");
    if (colon < 1 || !isScheme(url.substring(0, colon))) {
      return url;
    }
    for (int i = colon + 3; i < url.length(); i++) {
      if (url.charAt(i) == '/' || url.charAt(i) == '?') {
        return url.substring(i);
      }
    }
    return "";
  }

  private static boolean isScheme(String text) {
    return Character.isLetter(text.charAt(0))
        && text.chars()
            .allMatch(c ->
                c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.'));
  }

  private static String path(String sent, String contextPath) {
    String path = withoutContext(sent, contextPath).replace("&", "%26");
    if (!path.startsWith("/")) {
      path = "/" + path;
    }
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Whole segments only: {@code /api} is not the start of {@code /apiary}. */
  private static String withoutContext(String path, String contextPath) {
    String context = contextPath.endsWith("/")
        ? contextPath.substring(0, contextPath.length() - 1)
        : contextPath;
    if (!path.startsWith(context)) {
      return path;
    }
    String rest = path.substring(context.length());
    return rest.isEmpty() || rest.startsWith("/") ? rest : path;
  }
}
