package dev.jeton.server.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Refuses settings files that hold a secret while everybody on the machine may read them. */
final class ExposedSecrets {
  private final Set<String> inEnvironment = new HashSet<>();
  private final List<Pattern> inFile;

  ExposedSecrets(List<Key> keys) {
    List<Key> secrets = keys.stream().filter(Key::secret).toList();
    secrets.forEach(key -> inEnvironment.addAll(key.environmentNames()));
    inFile = secrets.stream().map(key -> UnknownNames.pattern(key.name())).toList();
  }

  void inDotEnv(Path file, Map<String, Given> values, List<Fault> faults) {
    refuse(file, values, inEnvironment::contains, faults);
  }

  void inFile(Path file, Map<String, Given> values, List<Fault> faults) {
    refuse(
        file,
        values,
        name -> inFile.stream().anyMatch(pattern -> pattern.matcher(name).matches()),
        faults);
  }

  private static void refuse(
      Path file, Map<String, Given> values, Predicate<String> isSecret, List<Fault> faults) {
    for (Map.Entry<String, Given> value : values.entrySet()) {
      Given given = value.getValue();
      if (isSecret.test(value.getKey()) && (given.isList() || !given.text().isBlank())) {
        refuseExposed(file, value.getKey(), given.from(), faults);
        return;
      }
    }
  }

  private static void refuseExposed(Path file, String name, String from, List<Fault> faults) {
    try {
      if (Exposure.toEverybody(file)) {
        String wrong = "it is a secret, and everybody on this machine can read the file it is in";
        faults.add(new Fault(name, wrong, "run chmod 600 on " + file, from));
      }
    } catch (IOException e) {
      faults.add(new Fault(name, "who may read its file cannot be told", "look at it", from));
    }
  }
}
