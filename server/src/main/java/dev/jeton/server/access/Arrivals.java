package dev.jeton.server.access;

import dev.jeton.server.settings.Network;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads how requests arrive. A wrong Host is refused here, before anything is routed. */
public final class Arrivals {
  private static final String FORWARDED = "X-Forwarded";

  /** What only proxies send, besides everything that begins with X-Forwarded. */
  private static final NavigableSet<String> PROXY_HEADERS = proxyHeaders(
      "CF-Connecting-IP",
      "Client-IP",
      "Fastly-Client-IP",
      "Forwarded",
      "Forwarded-For",
      "True-Client-IP",
      "Via",
      "X-Client-IP",
      "X-Cluster-Client-IP",
      "X-Original-Forwarded-For",
      "X-Original-Host",
      "X-Real-IP");

  private final Set<String> publicNames;
  private final ForwardedHeaders forwarded;

  public Arrivals(AccessSettings settings) {
    publicNames = settings.publicNames().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
    forwarded = new ForwardedHeaders(settings.trustedProxies());
  }

  /** What became of reading a request's arrival. */
  public sealed interface Reading {
    record Accepted(Arrival arrival) implements Reading {}

    record Refused(Problem problem) implements Reading {}
  }

  public Reading read(Incoming incoming) {
    String scheme = incoming.tls() ? "https" : "http";
    HostName host =
        incoming.hosts().size() == 1 ? HostName.parse(incoming.hosts().get(0)) : null;
    if (host == null) {
      return refused(400, "bad-host", "send exactly one Host header, a name with an optional port");
    }
    boolean mentionsProxy = mentionsProxy(incoming);
    String client = incoming.peer();
    boolean fromProxy = forwarded.trusts(client);
    if (mentionsProxy && fromProxy) {
      ForwardedHeaders.Told told = forwarded.read(incoming);
      if (told == null) {
        return refused(
            400,
            "bad-forwarded-headers",
            "the proxy sent forwarded headers that contradict each other or cannot be read; let it"
                + " set either Forwarded or X-Forwarded-For, -Proto and -Host, and drop the other");
      }
      client = told.client();
      scheme = told.scheme() == null ? scheme : told.scheme();
      host = told.host() == null ? host : told.host();
    }
    if (!host.isLoopback() && !publicNames.contains(host.name())) {
      return refused(
          421,
          "foreign-host",
          "this server does not answer under that host name; add it to http.public-names");
    }
    // A trusted proxy that forwards no headers is still a proxy, whose client may be anybody.
    boolean direct = !mentionsProxy && !fromProxy;
    boolean local = direct && host.isLoopback() && Network.isLoopback(client);
    return new Reading.Accepted(new Arrival(client, direct, local, Origin.of(scheme, host)));
  }

  private static NavigableSet<String> proxyHeaders(String... names) {
    NavigableSet<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    headers.addAll(List.of(names));
    return Collections.unmodifiableNavigableSet(headers);
  }

  private static boolean mentionsProxy(Incoming incoming) {
    for (Map.Entry<String, String> header : incoming.headers()) {
      // Some proxies and the servers behind them take the one sign for the other.
      String name = header.getKey().replace('_', '-');
      if (name.regionMatches(true, 0, FORWARDED, 0, FORWARDED.length())
          || PROXY_HEADERS.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static Reading refused(int status, String code, String detail) {
    return new Reading.Refused(new Problem(status, code, detail));
  }
}
