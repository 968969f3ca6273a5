package dev.jeton.server.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses names that no room declares, so that a typing error does not go unnoticed. */
final class UnknownNames {
  private static final String CHOSEN_PATTERN = "[A-Za-z0-9_-]{1,64}";

  private final List<String> inFile = new ArrayList<>();
  private final List<Pattern> patterns;
  private final Set<String> inEnvironment;

  UnknownNames(List<Key> keys, List<String> others) {
    inEnvironment = new HashSet<>(others);
    for (Key key : keys) {
      inFile.add(key.name());
      inEnvironment.addAll(key.environmentNames());
      if (key.secret()) {
        inFile.add(key.fileName());
        key.environmentNames().forEach(name -> inEnvironment.add(name + "_FILE"));
      }
    }
    patterns = inFile.stream().map(UnknownNames::pattern).toList();
  }

  /** What the names look like that a key stands for. */
  static Pattern pattern(String name) {
    return Pattern.compile(Pattern.quote(name).replace(Key.CHOSEN, "\\E" + CHOSEN_PATTERN + "\\Q"));
  }

  void inFile(Map<String, Given> file, List<Fault> faults) {
    file.forEach((name, given) -> {
      boolean known = patterns.stream().anyMatch(p -> p.matcher(name).matches());
      if (!known && !isEmptyGroup(name, given)) {
        faults.add(fault(name, inFile, given));
      }
    });
  }

  void inEnvironment(Map<String, Given> environment, List<Fault> faults) {
    environment.forEach((name, given) -> {
      if (name.startsWith("JETON_") && !inEnvironment.contains(name)) {
        faults.add(fault(name, List.copyOf(inEnvironment), given));
      }
    });
  }

  /** A heading in jeton.yaml whose settings are all commented out. */
  private boolean isEmptyGroup(String name, Given given) {
    return !given.isList()
        && given.text().isEmpty()
        && inFile.stream().anyMatch(known -> known.startsWith(name + "."));
  }

  private static Fault fault(String name, List<String> known, Given given) {
    String near = Similar.nearest(name, known);
    String right = near == null ? "docs/settings.md lists the names" : "did you mean " + near + "?";
    return new Fault(name, "there is no such setting", right, given.from());
  }
}
