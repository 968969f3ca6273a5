package dev.jeton.server.hub;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issuers as they are read one after the other, and what is wrong between them. */
final class IssuersRead {
  /** The name of the issuer that the plain keys describe, and of the server's own. */
  static final String PLAIN = "default";

  private final List<HubIssuer> all = new ArrayList<>();
  private final Map<String, String> nameByPublicKey = new HashMap<>();
  private final List<String> marked = new ArrayList<>();

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

  void mark(String name, SettingsReader in, Key key) {
    marked.add(name);
    if (marked.size() > 1) {
      in.fault(key, "issuer " + marked.get(0) + " is the default too", "mark one");
    }
  }

  List<HubIssuer> all() {
    return all;
  }

  /** The marked one, else the one of the plain keys, else the only one. */
  Optional<String> standard() {
    if (!marked.isEmpty()) {
      return Optional.of(marked.get(0));
    }
    if (all.stream().anyMatch(issuer -> issuer.name().equals(PLAIN))) {
      return Optional.of(PLAIN);
    }
    return all.size() == 1 ? Optional.of(all.get(0).name()) : Optional.empty();
  }
}
