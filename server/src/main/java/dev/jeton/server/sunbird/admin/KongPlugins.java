package dev.jeton.server.sunbird.admin;

import dev.jeton.server.admin.SourceObject;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plugins of a Kong, of which the one called jwt tells how secrets are written. */
record KongPlugins(List<SourceObject> all) {
  private static final String JWT = "jwt";
  private static final List<String> HOLDERS = List.of("services", "routes", "consumers");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

  static KongPlugins of(SourceObject source) {
    List<SourceObject> all = new ArrayList<>();
    collect(source, all);
    return new KongPlugins(all);
  }

  /** Services have routes, and all of these have plugins. */
  private static void collect(SourceObject holder, List<SourceObject> all) {
    all.addAll(holder.objects("plugins"));
    HOLDERS.forEach(name -> holder.objects(name).forEach(inner -> collect(inner, all)));
  }

  /** A name of what Kong has; others are somebody's own text and are not repeated. */
  static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  /** How its secrets are written. */
  SecretEncoding encoding() {
    Set<Boolean> base64 = all.stream()
        .filter(KongPlugins::isJwt)
        .map(plugin -> plugin
            .object("config")
            .flatMap(config -> config.truth("secret_is_base64"))
            .orElse(false))
        .collect(Collectors.toSet());
    if (base64.size() > 1) {
      throw SourceObject.wrong(
          "some of its jwt plugins have secret_is_base64 and some have not; say"
              + " which holds with --secret-encoding utf8 or base64");
    }
    return base64.contains(true) ? SecretEncoding.BASE64 : SecretEncoding.UTF8;
  }

  /** Whether tokens may name their credential elsewhere than in iss. */
  boolean haveOtherClaim() {
    return all.stream()
        .filter(KongPlugins::isJwt)
        .flatMap(plugin -> plugin.object("config").stream())
        .flatMap(config -> config.word("key_claim_name").stream())
        .anyMatch(claim -> !claim.equals("iss"));
  }

  /** How many there are of each other. */
  Map<String, Integer> others() {
    Map<String, Integer> counts = new TreeMap<>();
    for (SourceObject plugin : all) {
      String name = plugin.word("name").filter(KongPlugins::isWord).orElse("without a plain name");
      if (!name.equals(JWT) && !name.equals("acl")) {
        counts.merge(name, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static boolean isJwt(SourceObject plugin) {
    return plugin.word("name").filter(JWT::equals).isPresent();
  }
}
