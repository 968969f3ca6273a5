package dev.jeton.server.kandy.admin;

import dev.jeton.server.admin.Imported;
import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.admin.Importer;
import dev.jeton.server.admin.SourceObject;
import dev.jeton.server.http.Fields;
import dev.jeton.server.kandy.KandyRealms;
import dev.jeton.server.kandy.KandyTokens;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code actg.config.json} of the vendor's token issuer: realms, and calls by identifier. */
@Singleton
final class ActgImporter implements Importer {
  private static final String ALGOS = "algos";
  private static final String IDENTIFIERS = "identifiers";
  private static final String REALM = "tokenRealm";
  private static final Set<String> KNOWN = Set.of(ALGOS, IDENTIFIERS);

  @Override
  public String word() {
    return "kandy-actg";
  }

  @Override
  public String platform() {
    return KandyTokens.PLATFORM;
  }

  @Override
  public Imported read(String source, Fields options) {
    options.only();
    SourceObject config = SourceObject.json(source);
    if (!config.has(ALGOS)) {
      throw SourceObject.wrong("it has no algos; an actg.config.json has algos and identifiers");
    }
    List<String> remarks = new ArrayList<>();
    Map<String, ActgCalls> calls = calls(config, remarks);
    List<Thing> realms = new ArrayList<>();
    List<SourceObject> algos = config.objects(ALGOS);
    for (int i = 0; i < algos.size(); i++) {
      SourceObject algo = algos.get(i);
      String name = algo.word(REALM).orElse("");
      if (name.isEmpty()) {
        remarks.add(ALGOS + "[" + i + "] names no tokenRealm and was left out");
      } else {
        String folded = KandyRealms.folded(name);
        realms.add(realm(name, algo, calls.getOrDefault(folded, new ActgCalls())));
      }
    }
    if (!realms.isEmpty()) {
      remarks.add("how long tokens count is not in the source: a new realm gets 600 seconds; the"
          + " portal's Authentication Schema shows what it takes");
    }
    if (!KNOWN.containsAll(config.names())) {
      remarks.add("what stands beside algos and identifiers was left; it has no place here");
    }
    return new Imported(realms, remarks);
  }

  private static Thing realm(String name, SourceObject algo, ActgCalls calls) {
    return Thing.of("kandy-realm", name, json -> {
      json.put("name", name)
          .put("cipher", algo.word("cipherMode").orElse(""))
          .put(SecurityKeyRules.MEMBER, algo.text("securityKey").orElse(null));
      calls.write(json);
    });
  }

  /** By their realm, whose letter case does not matter. */
  private static Map<String, ActgCalls> calls(SourceObject config, List<String> remarks) {
    Map<String, ActgCalls> all = new LinkedHashMap<>();
    for (SourceObject algo : config.objects(ALGOS)) {
      algo.word(REALM).ifPresent(name -> all.put(KandyRealms.folded(name), new ActgCalls()));
    }
    int strangers = 0;
    int nameless = 0;
    int repeated = 0;
    Set<String> seen = new HashSet<>();
    for (SourceObject call : config.objects(IDENTIFIERS)) {
      ActgCalls calls = all.get(KandyRealms.folded(call.word(REALM).orElse("")));
      String identifier = call.word("identifier").orElse("");
      if (identifier.isEmpty()) {
        nameless++;
      } else if (calls == null) {
        strangers++;
      } else if (!seen.add(identifier)) {
        repeated++;
      } else {
        calls.add(identifier, call);
      }
    }
    remark(remarks, strangers, "that name a realm which algos does not have were left out");
    remark(remarks, nameless, "without a name were left out");
    remark(remarks, repeated, "with a name that another has already were left out");
    return all;
  }

  private static void remark(List<String> remarks, int count, String what) {
    if (count > 0) {
      remarks.add(IDENTIFIERS + ": " + count + " " + what);
    }
  }
}
