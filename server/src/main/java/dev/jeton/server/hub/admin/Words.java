package dev.jeton.server.hub.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Members that Hub's things have in common. */
final class Words {
  static final String NAME = "name";
  static final String DESCRIPTION = "description";

  private static final int LONGEST_DESCRIPTION = 500;
  private static final Pattern NAMES =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._-]{0,62}[\\p{L}\\p{M}\\p{N}._-])?");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}]");

  private Words() {}

  static String name(String name) {
    if (!NAMES.matcher(name).matches()) {
      throw Refused.badRequest(
          "wrong-name",
          "name must be 1 to 64 letters, digits, dots, hyphens, underscores and spaces, with a letter"
              + " or digit first and no space last");
    }
    return name;
  }

  static Optional<String> description(Fields spec) {
    String text = spec.textOrNull(DESCRIPTION);
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    if (text.length() > LONGEST_DESCRIPTION || UNSEEN.matcher(text).find()) {
      throw Refused.badRequest(
          "wrong-member",
          DESCRIPTION + " must be one line of at most " + LONGEST_DESCRIPTION
              + " characters that can be seen");
    }
    return Optional.of(text);
  }

  /** A member that is one of a few words, or what holds when it is absent. */
  static <T> T word(
      Fields spec, String member, T absent, Function<String, Optional<T>> read, String words) {
    String word = spec.textOrNull(member);
    return word == null
        ? absent
        : read.apply(word)
            .orElseThrow(
                () -> Refused.badRequest("wrong-member", member + " must be one of " + words));
  }
}
