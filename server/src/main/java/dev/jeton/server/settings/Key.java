package dev.jeton.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting. Its name is the path in jeton.yaml; {@code <name>} in it stands for a word that the
 * operator chooses. The environment name is derived: {@code http.port} is {@code JETON_HTTP_PORT}.
 *
 * @param name the path in jeton.yaml, such as {@code http.port}
 * @param alsoKnownAs further environment names, the first that is set wins
 * @param defaultText what holds when nobody sets it, or null for nothing
 * @param meaning one line for the reference
 * @param secret whether its value must never be shown; it may then also be given as a file
 */
public record Key(
    String name,
    List<String> alsoKnownAs,
    @Nullable String defaultText,
    String meaning,
    boolean secret) {

  /** The word in a name that the operator chooses. */
  static final String CHOSEN = "<name>";

  public Key {
    alsoKnownAs = List.copyOf(alsoKnownAs);
  }

  /** A setting without default. */
  public static Key setting(String name, String meaning) {
    return new Key(name, List.of(), null, meaning, false);
  }

  /** A secret: never shown, and also readable from a file. */
  public static Key secret(String name, String meaning) {
    return new Key(name, List.of(), null, meaning, true);
  }

  /** The same with a default, written as an operator would write it. */
  public Key defaultingTo(String text) {
    return new Key(name, alsoKnownAs, text, meaning, secret);
  }

  /** The same with further environment names. */
  public Key alsoFrom(String... environmentNames) {
    return new Key(name, List.of(environmentNames), defaultText, meaning, secret);
  }

  /** Every environment name, the derived one first; none for a name with a chosen word. */
  public List<String> environmentNames() {
    if (name.contains(CHOSEN)) {
      return alsoKnownAs;
    }
    List<String> names = new ArrayList<>();
    names.add("JETON_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    names.addAll(alsoKnownAs);
    return names;
  }

  /** The path in jeton.yaml that names a file with this secret. */
  String fileName() {
    return name + "-file";
  }

  Key chosen(String word) {
    return new Key(name.replace(CHOSEN, word), alsoKnownAs, defaultText, meaning, secret);
  }
}
