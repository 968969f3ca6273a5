package dev.jeton.server.sunbird.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the texts of Sunbird's things, which gateways hand on in headers. */
final class Texts {
  static final int LONGEST_LINE = 200;
  static final int LONGEST = 2_000;

  private static final Pattern WORD = Pattern.compile("[!-+\\--~]{1,100}");
  private static final String WORD_RULE =
      "1 to 100 visible ASCII characters, without a space or a comma";

  private Texts() {}

  /** A text that must be there and hold to a rule. */
  static String text(Fields spec, String member, Predicate<String> fits, String rule) {
    String text = spec.text(member);
    if (!fits.test(text)) {
      throw wrong(member, rule);
    }
    return text;
  }

  /** A word such as a group's code, which must be there. */
  static String word(Fields spec, String member) {
    return text(spec, member, Texts::isWord, WORD_RULE);
  }

  /** The same where it may be absent. */
  static Optional<String> wordIfAny(Fields spec, String member) {
    return spec.has(member) ? Optional.of(word(spec, member)) : Optional.empty();
  }

  static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  static Refused wrong(String member, String rule) {
    return Refused.badRequest("wrong-member", member + " must be " + rule);
  }
}
