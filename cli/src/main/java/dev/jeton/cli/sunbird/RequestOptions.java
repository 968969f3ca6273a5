package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.sunbird.HttpRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The request that a token is bound to by its qsh. */
final class RequestOptions implements OptionGroup {
  @Option(names = "--method", paramLabel = "M", description = "The request's method: GET, say.")
  private @Nullable String method;

  @Option(
      names = "--url",
      paramLabel = "U",
      description = "Its URL as the client sends it, or path and query alone. Host and fragment do"
          + " not count.")
  private @Nullable String url;

  @Option(
      names = "--context-path",
      paramLabel = "/api",
      description = "Where the API is mounted; cut off the path before it is hashed.")
  private @Nullable String contextPath;

  /** To mint for: all of it or nothing. */
  Optional<HttpRequest> whole() {
    if (method != null && url == null) {
      throw new UsageException("--method needs --url U");
    }
    return given();
  }

  /** To verify against: without a URL there is nothing to compare with. */
  Optional<HttpRequest> given() {
    if (url == null) {
      if (contextPath != null) {
        throw new UsageException("--context-path needs --method M and --url U");
      }
      return Optional.empty();
    }
    if (method == null) {
      throw new UsageException("--url needs --method M");
    }
    try {
      HttpRequest request = HttpRequest.of(method, url);
      return Optional.of(contextPath == null ? request : request.contextPath(contextPath));
    } catch (IllegalArgumentException e) {
      throw new UsageException("the request: " + e.getMessage());
    }
  }

  /** Whether somebody wants it checked and forgot half of it. */
  boolean lacksUrl() {
    return method != null && url == null;
  }

  @Override
  public String heading() {
    return "Request";
  }
}
