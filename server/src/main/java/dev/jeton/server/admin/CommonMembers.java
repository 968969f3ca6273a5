package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Members that the things of several platforms have, read the same way for all. */
public final class CommonMembers {
  public static final String NAME = "name";
  public static final String DESCRIPTION = "description";

  private static final Pattern NAMES =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._-]{0,62}[\\p{L}\\p{M}\\p{N}._-])?");

  /** All but the joiners, which scripts and emoji need. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200c\\u200d]]");

  private static final Pattern LAYOUT = Pattern.compile("[\\t\\n\\r]");

  private CommonMembers() {}

  /** A name, if it can be one. */
  public static String name(String name) {
    if (!NAMES.matcher(name).matches()) {
      throw Refused.badRequest(
          "wrong-name",
          "name must be 1 to 64 letters, digits, dots, hyphens, underscores and spaces, with a letter"
              + " or digit first and no space last");
    }
    return name;
  }

  /** One line that people wrote for people; a blank one counts as absent. */
  public static Optional<String> line(Fields spec, String member, int longest) {
    return written(spec, member)
        .map(text -> seen(member, text, text, "one line of at most " + longest, longest));
  }

  /** The same of as many lines as they like. */
  public static Optional<String> prose(Fields spec, String member, int longest) {
    return written(spec, member)
        .map(text -> seen(
            member,
            text,
            LAYOUT.matcher(text).replaceAll(" "),
            "a text of at most " + longest,
            longest));
  }

  private static Optional<String> written(Fields spec, String member) {
    return Optional.ofNullable(spec.textOrNull(member)).filter(text -> !text.isBlank());
  }

  private static String seen(String member, String text, String flat, String right, int longest) {
    if (text.length() > longest || UNSEEN.matcher(flat).find()) {
      throw wrong(member, right + " characters that can be seen");
    }
    return text;
  }

  /** A member that is one of a few words, or what holds when it is absent. */
  public static <T> T word(
      Fields spec,
      String member,
      T absent,
      Function<String, Optional<T>> read,
      Supplier<String> words) {
    String text = spec.textOrNull(member);
    return text == null
        ? absent
        : read.apply(text).orElseThrow(() -> wrong(member, "one of " + words.get()));
  }

  /** A member that is the word of a constant, or what holds when it is absent. */
  public static <E extends Enum<E>> E word(
      Fields spec, String member, E absent, Function<E, String> word) {
    Class<E> type = absent.getDeclaringClass();
    return word(spec, member, absent, text -> of(type, word, text), () -> words(type, word));
  }

  /** A list of words of constants; empty when it is absent. */
  public static <E extends Enum<E>> Set<E> words(
      Fields spec, String member, Class<E> type, Function<E, String> word) {
    Set<E> all = EnumSet.noneOf(type);
    for (String text : spec.texts(member)) {
      all.add(of(type, word, text)
          .orElseThrow(() -> wrong(member, "a list out of " + words(type, word))));
    }
    return all;
  }

  private static <E extends Enum<E>> Optional<E> of(
      Class<E> type, Function<E, String> word, String text) {
    for (E one : type.getEnumConstants()) {
      if (word.apply(one).equals(text)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static <E extends Enum<E>> String words(Class<E> type, Function<E, String> word) {
    return Arrays.stream(type.getEnumConstants()).map(word).collect(Collectors.joining(", "));
  }

  private static Refused wrong(String member, String right) {
    return Refused.badRequest("wrong-member", member + " must be " + right);
  }
}
