package dev.jeton.server.access;

import dev.jeton.server.settings.Network;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/** How a request arrived, after what may be believed was believed. */
public final class Arrival {
  /** What a customer of a network gets in IPv6, to choose addresses from. */
  private static final int CUSTOMER_BITS = 64;

  private final String client;
  private final boolean direct;
  private final boolean local;
  private final Origin self;

  Arrival(String client, boolean direct, boolean local, Origin self) {
    this.client = client;
    this.direct = direct;
    this.local = local;
    this.self = self;
  }

  /** The address of the client, also behind trusted proxies. */
  public String client() {
    return client;
  }

  /**
   * The network of whoever asks: the address, or in IPv6 what one customer gets; empty where a proxy
   * sent something else.
   */
  public Optional<Network> network() {
    return Optional.ofNullable(Network.around(client, CUSTOMER_BITS));
  }

  /** Whether nothing shows that a proxy sent it; what TLS says of one is not said of its clients. */
  public boolean direct() {
    return direct;
  }

  /** Whether it comes from this machine itself and through nothing in between. */
  public boolean local() {
    return local;
  }

  /** Whether the client speaks TLS with this server, or with the proxy before it. */
  public boolean encrypted() {
    return self.scheme().equals("https");
  }

  /** Whether nobody on the way can listen: it is encrypted, or does not leave the client's machine. */
  public boolean unheard() {
    return encrypted() || self.host().equals("localhost") || Network.isLoopback(self.host());
  }

  /** The address under which the client sees this server, such as {@code https://example.com}. */
  public String address() {
    return self.toString();
  }

  /** Whether the headers show that a page of this server sent it. */
  public boolean fromOwnPage(MultiMap headers) {
    return headers.contains("Origin")
        ? hasOwnOrigin(headers)
        : headers.getAll("Sec-Fetch-Site").equals(List.of("same-origin"));
  }

  /** Whether the headers show that a page from elsewhere sent it. */
  public boolean fromForeignPage(MultiMap headers) {
    return headers.contains("Origin")
        ? !hasOwnOrigin(headers)
        : OriginCheck.namesForeignSite(headers);
  }

  private boolean hasOwnOrigin(MultiMap headers) {
    List<String> origins = headers.getAll("Origin");
    return origins.size() == 1 && self.equals(Origin.parse(origins.get(0)));
  }

  /** The origin under which the client sees this server. */
  Origin self() {
    return self;
  }
}
