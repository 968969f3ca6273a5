package dev.jeton.server.kandy.admin;

import dev.jeton.server.admin.SourceObject;
import dev.jeton.server.http.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls of one realm that ACTG has by identifier; they may be made, so their names are listed. */
final class ActgCalls {
  private static final String SIP = "sip:";

  private final Map<String, SourceObject> byIdentifier = new LinkedHashMap<>();

  void add(String identifier, SourceObject call) {
    byIdentifier.put(identifier, call);
  }

  void write(Json realm) {
    if (byIdentifier.isEmpty()) {
      return;
    }
    realm
        .put("to", names("to"))
        .put("from", names("from"))
        .put(
            "presets",
            all -> byIdentifier.forEach((identifier, call) -> all.put(
                identifier,
                one -> one.put("to", name(call, "to"))
                    .put("from", name(call, "from"))
                    .put("account", name(call, "accountId")))));
  }

  private List<String> names(String member) {
    Set<String> names = new LinkedHashSet<>();
    byIdentifier.values().forEach(call -> names.add(name(call, member)));
    names.remove("");
    return List.copyOf(names);
  }

  /** Here {@code sip:} is added by itself, and the letter case of it does not matter. */
  private static String name(SourceObject call, String member) {
    String name = call.text(member).orElse("");
    return name.regionMatches(true, 0, SIP, 0, SIP.length()) ? name.substring(SIP.length()) : name;
  }
}
