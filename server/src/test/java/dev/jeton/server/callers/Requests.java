package dev.jeton.server.callers;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.access.Arrivals;
import dev.jeton.server.access.Incoming;
import dev.jeton.server.access.Presented;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/** What requests bring to show who sends them. */
final class Requests {
  private static final Arrivals ARRIVALS = new Arrivals(
      new AccessSettings(AccessSettings.Anonymous.NOBODY, List.of(), List.of(), List.of()));

  private Requests() {}

  static Presented from(String address, String... authorizations) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (String authorization : authorizations) {
      headers.add("Authorization", authorization);
    }
    Arrivals.Reading reading =
        ARRIVALS.read(new Incoming(address, false, List.of("localhost"), headers));
    return new Presented(
        ((Arrivals.Reading.Accepted) reading).arrival(), headers, Optional.empty());
  }
}
