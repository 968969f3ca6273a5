package dev.jeton.server.kandy.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.kandy.Callee;
import dev.jeton.server.settings.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A callee as JSON: what an operator writes, and what the store keeps. */
final class CalleeFields {
  private static final String NETWORKS = "blockedNetworks";
  private static final int MOST_NETWORKS = 1000;

  private CalleeFields() {}

  static Callee read(Fields spec) {
    spec.only(
        "address",
        "description",
        "callMe",
        "unrestricted",
        "realm",
        "hours",
        "blockedCallers",
        NETWORKS,
        "noCallsNow");
    Callee callee = new Callee(
        Members.pattern("address", spec.text("address")),
        Members.description(spec),
        spec.truthOr("callMe", true),
        spec.truthOr("unrestricted", false),
        Optional.ofNullable(spec.textOrNull("realm")),
        HoursFields.read(spec),
        Members.listed(spec, "blockedCallers"),
        networks(spec),
        spec.truthOr("noCallsNow", false));
    if (callee.unrestricted() && callee.realm().isPresent()) {
      throw Members.wrong(
          "unrestricted",
          "calls without tokens belong to no realm; leave unrestricted or realm out");
    }
    return callee;
  }

  static void write(Callee callee, Json out) {
    out.put("address", callee.address().text())
        .put("description", callee.description())
        .put("callMe", callee.callMe())
        .put("unrestricted", callee.unrestricted())
        .put("realm", callee.realm().orElse(null));
    HoursFields.write(callee, out);
    out.put("blockedCallers", Members.texts(callee.blockedCallers()))
        .put(NETWORKS, callee.blockedNetworks().stream().map(Network::toString).toList())
        .put("noCallsNow", callee.noCallsNow());
  }

  private static List<Network> networks(Fields spec) {
    List<Network> networks = new ArrayList<>();
    for (String text : spec.texts(NETWORKS)) {
      @Nullable Network network = Network.parse(text);
      if (network == null || networks.size() == MOST_NETWORKS) {
        throw Members.wrong(
            NETWORKS,
            "give at most " + MOST_NETWORKS + " networks such as 10.0.0.0/8, host bits zero");
      }
      networks.add(network);
    }
    return networks;
  }
}
