package dev.jeton.server.access;

import dev.jeton.server.settings.Network;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What trusted proxies say about a request. The client is the right-most address that is no trusted
 * proxy, because everything to the left of it may be invented by the client.
 */
final class ForwardedHeaders {
  private static final int MOST_HOPS = 32;

  private final List<Network> trusted;

  ForwardedHeaders(List<Network> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /** What they say; scheme and host are null when they do not. */
  record Told(
      String client, @Nullable String scheme, @Nullable HostName host) {}

  boolean trusts(String address) {
    for (Network network : trusted) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** Reads the headers; null when they contradict each other or cannot be read. */
  @Nullable
  Told read(Incoming incoming) {
    MultiMap headers = incoming.headers();
    boolean standard = headers.contains("Forwarded");
    boolean customary = headers.contains("X-Forwarded-For")
        || headers.contains("X-Forwarded-Proto")
        || headers.contains("X-Forwarded-Host");
    if (standard && customary) {
      return null;
    }
    List<Hop> hops =
        standard ? ForwardedHeader.hops(headers.getAll("Forwarded")) : customary(headers);
    return hops == null || hops.size() > MOST_HOPS ? null : told(incoming.peer(), hops);
  }

  /** One proxy's report: whom it heard, and how it was addressed. */
  record Hop(
      @Nullable String client,
      @Nullable String scheme,
      @Nullable String host) {}

  private @Nullable Told told(String peer, List<Hop> hops) {
    String client = peer;
    String scheme = null;
    String host = null;
    for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
      Hop hop = hops.get(i);
      scheme = hop.scheme() == null ? scheme : hop.scheme();
      host = hop.host() == null ? host : hop.host();
      String next = hop.client();
      if (next == null) {
        break;
      }
      if (!Network.isAddress(next)) {
        return null;
      }
      client = next;
    }
    HostName name = host == null ? null : HostName.parse(host);
    boolean schemeIsRead = scheme == null || scheme.equals("http") || scheme.equals("https");
    return (host != null && name == null) || !schemeIsRead ? null : new Told(client, scheme, name);
  }

  private static @Nullable List<Hop> customary(MultiMap headers) {
    List<String> schemes = items(headers, "X-Forwarded-Proto");
    List<String> hosts = items(headers, "X-Forwarded-Host");
    List<Hop> hops = new ArrayList<>();
    for (String client : items(headers, "X-Forwarded-For")) {
      hops.add(new Hop(client, null, null));
    }
    if (hops.isEmpty()) {
      hops.add(new Hop(null, null, null));
    }
    // The last proxy overwrites these two or appends to them; only its own word counts.
    Hop last = hops.remove(hops.size() - 1);
    hops.add(new Hop(last.client(), lastOf(schemes), lastOf(hosts)));
    return hops;
  }

  private static @Nullable String lastOf(List<String> items) {
    return items.isEmpty() ? null : items.get(items.size() - 1).toLowerCase(Locale.ROOT);
  }

  private static List<String> items(MultiMap headers, String name) {
    List<String> items = new ArrayList<>();
    for (String line : headers.getAll(name)) {
      for (String item : line.split(",", -1)) {
        items.add(item.strip());
      }
    }
    return items;
  }
}
