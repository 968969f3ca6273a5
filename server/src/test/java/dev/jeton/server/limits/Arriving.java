package dev.jeton.server.limits;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Arrivals;
import dev.jeton.server.access.Incoming;
import io.vertx.core.MultiMap;
import java.util.List;

/** Requests as they arrive from some address. */
final class Arriving {
  private static final Arrivals ARRIVALS = new Arrivals(new AccessSettings(
      AccessSettings.Anonymous.ANYONE, List.of("tokens.example.com"), List.of(), List.of()));

  private Arriving() {}

  static Arrival from(String address) {
    String host = address.equals("127.0.0.1") ? "localhost" : "tokens.example.com";
    Incoming incoming =
        new Incoming(address, false, List.of(host), MultiMap.caseInsensitiveMultiMap());
    return ((Arrivals.Reading.Accepted) ARRIVALS.read(incoming)).arrival();
  }

  static Arrival local() {
    return from("127.0.0.1");
  }
}
