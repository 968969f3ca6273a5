package dev.jeton.server.people;

import dev.jeton.server.http.Call;
import dev.jeton.server.settings.Network;
import java.util.HashMap;
import java.util.Map;

/** From where somebody typed a password or used a link, for the audit. */
final class ClientNetwork {
  /** What one customer of a provider gets. */
  private static final int BITS_IN_VERSION_6 = 64;

  private ClientNetwork() {}

  static Map<String, String> and(Call call, Map<String, String> details) {
    Network network = Network.around(call.client(), BITS_IN_VERSION_6);
    Map<String, String> all = new HashMap<>(details);
    all.put("network", network == null ? "elsewhere" : network.toString());
    return all;
  }
}
