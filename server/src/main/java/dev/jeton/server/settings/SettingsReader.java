package dev.jeton.server.settings;

import dev.jeton.tokens.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed reads for a section. A value that is wrong becomes a fault, and the read answers the default
 * (or nothing), so that the section reads on and all faults are told at once.
 */
public final class SettingsReader {
  private final Values values;
  private final @Nullable String chosen;

  SettingsReader(Values values, @Nullable String chosen) {
    this.values = values;
    this.chosen = chosen;
  }

  /** Whether somebody gave a value. */
  public boolean isSet(Key key) {
    return values.set(named(key)) != null;
  }

  /** The text, or null when there is none. */
  public @Nullable String text(Key key) {
    return parsed(key, text -> text, "");
  }

  /** The secret, or null when there is none. */
  public @Nullable Secret secret(Key key) {
    return parsed(key, Secret::ofText, "");
  }

  /**
   * The file that a secret was given as, unread, for a room that reads it again; null when it was given
   * as text or not at all.
   */
  public @Nullable Path secretFile(Key key) {
    return values.secretFile(named(key));
  }

  /** A whole number within a range; the key needs a default. */
  public int whole(Key key, int least, int most) {
    String right = "give a whole number from " + least + " to " + most;
    return orDefault(key, text -> Parsing.whole(text, least, most), right);
  }

  /** True or false; the key needs a default. */
  public boolean truth(Key key) {
    return orDefault(key, Parsing::truth, "give true or false");
  }

  /** A time span in whole seconds, such as {@code 15s}, {@code 10m} or {@code 900}. */
  public Duration duration(Key key, Duration least, Duration most) {
    return orDefault(key, text -> Parsing.duration(text, least, most), span(least, most));
  }

  /** The same for a key without default; null when there is none. */
  public @Nullable Duration durationOrNull(Key key, Duration least, Duration most) {
    return parsed(key, text -> Parsing.duration(text, least, most), span(least, most));
  }

  private static String span(Duration least, Duration most) {
    return "give a time such as 15s, 10m, 24h or plain seconds, from "
        + least.toSeconds()
        + "s to "
        + most.toSeconds()
        + "s";
  }

  /** One of the words that an enum's constants make; the key needs a default. */
  public <E extends Enum<E>> E word(Key key, Class<E> type) {
    List<String> words = Parsing.words(type);
    return orDefault(
        key,
        text -> {
          int at = words.indexOf(text.toLowerCase(Locale.ROOT));
          return at < 0 ? null : type.getEnumConstants()[at];
        },
        "give " + String.join(" or ", words));
  }

  /** A path, taken from the working folder when it is relative. */
  public @Nullable Path path(Key key) {
    return parsed(
        key,
        text -> {
          try {
            return values.folder().resolve(text);
          } catch (InvalidPathException e) {
            return null;
          }
        },
        "give a path");
  }

  /** A list, written as one in jeton.yaml or with commas. */
  public List<String> list(Key key) {
    return list(key, text -> text, "");
  }

  /** A list of networks such as {@code 10.0.0.0/8}. */
  public List<Network> networks(Key key) {
    return list(key, Network::parse, "give networks such as 10.0.0.0/8, host bits zero");
  }

  /** A list whose items a function reads; it answers null for an item that is wrong. */
  public <T> List<T> list(Key key, Function<String, @Nullable T> parse, String right) {
    Key named = named(key);
    Given given = values.find(named);
    List<T> items = new ArrayList<>();
    if (given == null) {
      return items;
    }
    List<String> texts = given.isList() ? given.items() : List.of(given.text().split(",", -1));
    for (String text : texts) {
      T item = parse.apply(text.strip());
      if (item == null || text.isBlank()) {
        wrong(named, text, right.isEmpty() ? "leave no item empty" : right, given);
      } else {
        items.add(item);
      }
    }
    return items;
  }

  /** A value that a function reads; it answers null for one that is wrong. */
  public <T> @Nullable T parsed(Key key, Function<String, @Nullable T> parse, String right) {
    Key named = named(key);
    Given given = values.find(named);
    if (given == null) {
      return null;
    }
    if (given.isList()) {
      values.fault(new Fault(named.name(), "it is a list", "give one value", given.from()));
      return null;
    }
    T value = parse.apply(given.text().strip());
    if (value == null) {
      wrong(named, given.text(), right, given);
    }
    return value;
  }

  /**
   * A reader for each word that the operator chose below a prefix: with {@code agora.projects} it
   * reads keys such as {@code agora.projects.<name>.app-id} for each project in jeton.yaml.
   */
  public Map<String, SettingsReader> each(String prefix) {
    Map<String, SettingsReader> readers = new LinkedHashMap<>();
    for (String word : values.chosenBelow(prefix)) {
      readers.put(word, new SettingsReader(values, word));
    }
    return readers;
  }

  /** Tells that something is wrong with a key beyond what the typed reads can see. */
  public void fault(Key key, String wrong, String right) {
    Key named = named(key);
    Given given = values.set(named);
    // Of a value that could not be taken it has been told why, so it is not just missing.
    if (given == null && values.isFaulty(named)) {
      return;
    }
    String from = given == null ? "nobody set it" : given.from();
    values.fault(new Fault(named.name(), wrong, right, from));
  }

  /** What somebody gave for a setting that may change later; null when nobody did, or it is wrong. */
  @Nullable
  List<String> given(LiveSetting<?> setting) {
    Given given = values.set(setting.key());
    if (given == null) {
      return null;
    }
    List<String> items = given.isList() ? given.items() : setting.split(given.text());
    if (setting.takes(items)) {
      return items;
    }
    wrong(setting.key(), String.join(", ", items), setting.right(), given);
    return null;
  }

  private <T> T orDefault(Key key, Function<String, @Nullable T> parse, String right) {
    T value = parsed(key, parse, right);
    if (value != null) {
      return value;
    }
    String text = key.defaultText();
    T fallback = text == null ? null : parse.apply(text);
    if (fallback == null) {
      throw new IllegalStateException(key.name() + " needs a default that can be read");
    }
    return fallback;
  }

  private void wrong(Key key, String text, String right, Given given) {
    String shown = key.secret() ? "its value" : Parsing.shown(text);
    values.fault(new Fault(key.name(), shown + " is not understood", right, given.from()));
  }

  private Key named(Key key) {
    return chosen == null ? key : key.chosen(chosen);
  }
}
