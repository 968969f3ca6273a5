package dev.jeton.server.policies;

import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Similar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words that policies may use: platforms, their powers, and the policies that are ready made. */
final class Catalogue {
  /** For every platform whose tokens have a user. */
  static final ReadyMade OWN_USER = new ReadyMade(
      "own-user",
      "A caller gets tokens for itself and nobody else: the user must be the subject of its proof,"
          + " or else its name.",
      List.of(),
      "user == caller.user",
      List.of(),
      true);

  private final Map<String, MintedPlatform> platforms = new TreeMap<>();
  private final List<ReadyMade> readyMade = new ArrayList<>(List.of(OWN_USER));

  Catalogue(Iterable<? extends MintedPlatform> all) {
    for (MintedPlatform platform : all) {
      platforms.put(platform.word(), platform);
      readyMade.addAll(platform.readyMade());
    }
    readyMade.sort(Comparator.comparing(ReadyMade::name));
  }

  /** All of them, by name. */
  List<ReadyMade> readyMade() {
    return readyMade;
  }

  ReadyMade readyMade(String name) {
    return readyMade.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(
            "unknown-ready-made",
            "readyMade",
            name,
            readyMade.stream().map(ReadyMade::name).toList()));
  }

  void checkPlatform(String word) {
    if (!platforms.containsKey(word)) {
      throw unknown("unknown-platform", "platforms", word, List.copyOf(platforms.keySet()));
    }
  }

  /** Refuses a power that none of these platforms has. */
  void checkPower(String word, List<String> of) {
    List<String> known = of.stream()
        .flatMap(platform -> powers(platform).stream())
        .distinct()
        .sorted()
        .toList();
    if (!known.contains(word)) {
      throw unknown("unknown-power", "powers", word, known);
    }
  }

  /** The same with the powers that its platform finds in it. */
  Asked complete(Asked asked) {
    MintedPlatform platform = platforms.get(asked.text(Word.PLATFORM));
    Set<String> powers = new TreeSet<>(asked.powers());
    powers.addAll(platform == null ? List.of() : platform.implied(asked));
    return asked.powers(powers);
  }

  private List<String> powers(String platform) {
    MintedPlatform known = platforms.get(platform);
    return known == null ? List.of() : known.powers();
  }

  private static Refused unknown(String code, String member, String given, List<String> known) {
    String near = Similar.nearest(given, known);
    String right = near != null
        ? "did you mean " + near + "?"
        : known.isEmpty() ? "none is known here" : "known are " + String.join(", ", known);
    return Refused.badRequest(code, member + " names something that is not known here; " + right);
  }
}
