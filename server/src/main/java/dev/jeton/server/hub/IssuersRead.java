package dev.jeton.server.hub;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The issuers as they are read one after the other, and what is wrong between them. */
final class IssuersRead {
  /** The name of the issuer that the plain keys describe, and of the server's own. */
  static final String PLAIN = "default";

  private final List<HubIssuer> all = new ArrayList<>();
  private final Map<String, String> nameByPublicKey = new HashMap<>();

  void add(HubIssuer issuer, SettingsReader in, Key key) {
    if (all.stream().anyMatch(known -> known.name().equals(issuer.name()))) {
      in.fault(
          key,
          "the name " + PLAIN + " is taken by the issuer of hub.issuer-key",
          "give this issuer another name");
      return;
    }
    String before = nameByPublicKey.putIfAbsent(issuer.publicKey().text(), issuer.name());
    if (before != null) {
      in.fault(key, "issuer " + before + " has the same key", "keep one of them");
    }
    all.add(issuer);
  }

  List<HubIssuer> all() {
    return all;
  }
}
