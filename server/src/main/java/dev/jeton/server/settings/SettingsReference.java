package dev.jeton.server.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The reference of all settings, as Markdown. */
public final class SettingsReference {
  private static final String HEAD = """
      # Settings

      Built-in defaults come first, then `jeton.yaml` (or the file that `--config` names), then the
      environment, then the command line; the later one wins. A `.env` file in the working folder
      counts as environment; the real environment wins over it. All faults are told at once.

      - The name in the first column is the path in `jeton.yaml`: `http.port` is `port` below `http`.
      - When several environment names are listed, the first that is set wins.
      - A secret can also be given as a file: its environment name with `_FILE`, or its name in
        `jeton.yaml` with `-file`. A file that everybody can read is refused; giving both is, too.
      - A `.env` or `jeton.yaml` that holds a secret is refused while everybody can read it.
      - Times are whole seconds: `15s`, `10m`, `24h`, `7d` or plain seconds. Lists are written with
        commas, or as a list in `jeton.yaml`. Relative paths start at the working folder.
      - A name that does not exist is refused, in `jeton.yaml` and as `JETON_...`.
      - What is marked as **live** can also be changed while the server runs, with `jeton settings set`
        or `PATCH /api/v1/settings`, and then holds on all nodes and after a restart. What
        `jeton.yaml` or the environment gives is managed there and cannot be changed so.

      | setting | environment | default | meaning |
      |---|---|---|---|
      """;

  private SettingsReference() {}

  /** The whole document. */
  public static String markdown(List<SettingsSection<?>> sections) {
    StringBuilder text = new StringBuilder(HEAD);
    Set<Key> live = sections.stream()
        .flatMap(section -> section.live().stream())
        .map(LiveSetting::key)
        .collect(Collectors.toUnmodifiableSet());
    sections.stream()
        .<Key>flatMap(section -> SettingsLoader.allKeys(section).stream())
        .sorted(Comparator.comparing(Key::name))
        .forEach(key -> text.append(row(key, live.contains(key))));
    return text.toString();
  }

  private static String row(Key key, boolean live) {
    String names = key.environmentNames().isEmpty()
        ? "only in the file"
        : String.join(
            ", ", key.environmentNames().stream().map(n -> "`" + n + "`").toList());
    String defaultText = key.defaultText() == null ? "" : "`" + key.defaultText() + "`";
    String meaning =
        (key.secret() ? "**Secret.** " : "") + (live ? "**Live.** " : "") + key.meaning();
    return "| `" + key.name() + "` | " + names + " | " + defaultText + " | " + meaning + " |\n";
  }
}
