package dev.jeton.server.access;

/** How a request arrived, after what may be believed was believed. */
public final class Arrival {
  private final String client;
  private final boolean local;
  private final Origin self;

  Arrival(String client, boolean local, Origin self) {
    this.client = client;
    this.local = local;
    this.self = self;
  }

  /** The address of the client, also behind trusted proxies. */
  public String client() {
    return client;
  }

  /** Whether it comes from this machine itself and through nothing in between. */
  public boolean local() {
    return local;
  }

  /** The origin under which the client sees this server. */
  Origin self() {
    return self;
  }
}
