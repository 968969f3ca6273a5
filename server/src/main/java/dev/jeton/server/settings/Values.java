package dev.jeton.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that was given, by layer; the upper layer wins. */
final class Values {
  private final Map<String, Given> commandLine;
  private final List<Map<String, Given>> environments;
  private final Map<String, Given> file;
  private final Path folder;
  private final List<Fault> faults;

  Values(
      Map<String, Given> commandLine,
      List<Map<String, Given>> environments,
      Map<String, Given> file,
      Path folder,
      List<Fault> faults) {
    this.commandLine = commandLine;
    this.environments = List.copyOf(environments);
    this.file = file;
    this.folder = folder;
    this.faults = faults;
  }

  /** What holds for the key, its default included; null when nothing does. */
  @Nullable
  Given find(Key key) {
    Given given = set(key);
    if (given != null) {
      return given;
    }
    String text = key.defaultText();
    return text == null ? null : Given.one(text, "built-in default");
  }

  /** What somebody gave for the key. */
  @Nullable
  Given set(Key key) {
    Given given = commandLine.get(key.name());
    if (given != null) {
      return filled(key, given);
    }
    for (Map<String, Given> environment : environments) {
      for (String name : key.environmentNames()) {
        given = either(key, environment.get(name), environment.get(name + "_FILE"));
        if (given != null) {
          return filled(key, given);
        }
      }
    }
    given = either(key, file.get(key.name()), file.get(key.fileName()));
    return given == null ? null : filled(key, given);
  }

  /** The file that the key's secret was given as; null when it was not. */
  @Nullable
  Path secretFile(Key key) {
    for (Map<String, Given> environment : environments) {
      for (String name : key.environmentNames()) {
        Given named = environment.get(name + "_FILE");
        if (named != null || environment.containsKey(name)) {
          return alone(key, environment.get(name), named);
        }
      }
    }
    return alone(key, file.get(key.name()), file.get(key.fileName()));
  }

  private @Nullable Path alone(Key key, @Nullable Given direct, @Nullable Given named) {
    if (named == null || direct != null) {
      return null;
    }
    Given given = filled(key, named);
    try {
      return given == null || given.isList()
          ? null
          : folder.resolve(given.text().strip());
    } catch (InvalidPathException e) {
      fault(new Fault(key.name(), "it is no path", "give a path", named.from()));
      return null;
    }
  }

  /** The words that the operator chose right below a prefix in the file. */
  Set<String> chosenBelow(String prefix) {
    Set<String> words = new LinkedHashSet<>();
    for (String name : file.keySet()) {
      if (name.startsWith(prefix + ".")) {
        String rest = name.substring(prefix.length() + 1);
        int dot = rest.indexOf('.');
        if (dot > 0) {
          words.add(rest.substring(0, dot));
        }
      }
    }
    return words;
  }

  Path folder() {
    return folder;
  }

  void fault(Fault fault) {
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /** Whether something was wrong with the key before. */
  boolean isFaulty(Key key) {
    return faults.stream().anyMatch(fault -> fault.key().equals(key.name()));
  }

  private @Nullable Given either(Key key, @Nullable Given direct, @Nullable Given named) {
    if (!key.secret() || named == null) {
      return direct;
    }
    if (direct != null) {
      String from = direct.from() + " and " + named.from();
      fault(new Fault(key.name(), "it is given both as text and as a file", "keep one", from));
      return direct;
    }
    if (named.text().isEmpty()) {
      return named;
    }
    SecretFile.Read read = SecretFile.read(folder.resolve(named.text()));
    if (read instanceof SecretFile.Read.Text text) {
      return Given.one(text.text(), named.from());
    }
    if (read instanceof SecretFile.Read.Wrong wrong) {
      fault(new Fault(key.name(), wrong.wrong(), wrong.right(), named.from()));
    }
    return null;
  }

  private @Nullable Given filled(Key key, Given given) {
    if (!given.isList() && given.text().isBlank()) {
      fault(new Fault(
          key.name(), "it is set but empty", "give a value or leave it out", given.from()));
      return null;
    }
    return given;
  }
}
