package dev.jeton.server.access;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps foreign web pages from using the caller's browser to ask for tokens. */
public final class OriginCheck {
  private final boolean any;
  private final Set<Origin> allowed;

  public OriginCheck(AccessSettings settings) {
    this(settings.corsOrigins());
  }

  /** The pages of these origins alone. */
  public OriginCheck(List<String> origins) {
    any = origins.contains(AccessSettings.ANY_ORIGIN);
    allowed = origins.stream()
        .filter(text -> !text.equals(AccessSettings.ANY_ORIGIN))
        .map(OriginCheck::configured)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the text is one exact origin, as browsers send it. */
  public static boolean isOrigin(String text) {
    Origin origin = Origin.parse(text);
    return origin != null && origin.toString().equals(text);
  }

  private static Origin configured(String text) {
    Origin origin = Origin.parse(text);
    if (origin == null) {
      throw new IllegalArgumentException("not an origin: " + text);
    }
    return origin;
  }

  /** Whether answers differ by origin, so that caches must know. */
  public boolean variesByOrigin() {
    return any || !allowed.isEmpty();
  }

  /** The origin whose pages may read the answer, as the browser wrote it; null for none. */
  public @Nullable String readableBy(MultiMap headers) {
    String text = headers.get("Origin");
    Origin origin = text == null ? null : Origin.parse(text);
    return origin != null && (any || allowed.contains(origin)) ? text : null;
  }

  /** Whether the browser says that a page from elsewhere sends this. */
  static boolean namesForeignSite(MultiMap headers) {
    return headers.getAll("Sec-Fetch-Site").stream().anyMatch(OriginCheck::isForeign);
  }

  /** Anything but the page's own origin and what the user typed or opened. */
  private static boolean isForeign(String site) {
    return !site.equalsIgnoreCase("same-origin") && !site.equalsIgnoreCase("none");
  }

  /** Whether a page of one of these origins sends this, or one of this server. */
  public boolean isKnownPage(Arrival arrival, MultiMap headers) {
    return arrival.fromOwnPage(headers)
        || (headers.getAll("Origin").size() == 1 && readableBy(headers) != null);
  }

  /** Why the request may not have a token minted, or null when nothing speaks against it. */
  public @Nullable Problem refuse(Arrival arrival, Caller caller, MultiMap headers) {
    String text = headers.get("Origin");
    if (text == null) {
      // Another port of this machine is another program, though browsers call it the same site.
      return namesForeignSite(headers)
          ? new Problem(403, "cross-site", "another web site sent this request; ask from your own")
          : null;
    }
    Origin origin = headers.getAll("Origin").size() == 1 ? Origin.parse(text) : null;
    if (origin != null && (origin.equals(arrival.self()) || allowed.contains(origin))) {
      return null;
    }
    if (origin == null || !any) {
      return new Problem(
          403,
          "foreign-origin",
          "web pages of that origin may not ask; add the exact origin to http.cors-origins");
    }
    return caller.proven()
        ? null
        : new Problem(
            403,
            "origin-needs-proof",
            "http.cors-origins is *, which admits any origin only with a caller's proof;"
                + " list the exact origin instead to admit it without one");
  }
}
