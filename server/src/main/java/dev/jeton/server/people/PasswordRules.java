package dev.jeton.server.people;

import dev.jeton.server.http.Refused;
import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import java.text.Normalizer;

/** What a password may be. Length is what counts; signs of many kinds are not asked for. */
final class PasswordRules {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;
  private static final int MOST_BYTES = 1024;

  private PasswordRules() {}

  /** One that is chosen; refuses what is easily guessed. */
  static Secret chosen(String text, PersonSpec person) {
    String same = normal(text);
    int length = same.codePointCount(0, same.length());
    if (length < SHORTEST || length > LONGEST) {
      throw refused("a password has " + SHORTEST + " to " + LONGEST + " characters");
    }
    if (same.equalsIgnoreCase(person.name())
        || person.mail().filter(same::equalsIgnoreCase).isPresent()) {
      throw refused("a password is neither the name nor the address of its person");
    }
    Secret password = Secret.ofText(same);
    if (PublishedSecrets.passwordFault(password).isPresent()) {
      throw refused("that password is published or easily guessed");
    }
    return password;
  }

  /** One that is given to be checked. */
  static Secret given(String text) {
    if (text.length() > MOST_BYTES) {
      throw Refused.badRequest("wrong-password-form", "password is longer than any can be");
    }
    return Secret.ofText(normal(text));
  }

  /** The same password typed on different keyboards is the same. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static Refused refused(String why) {
    return Refused.badRequest("weak-password", why + "; choose another, such as four random words");
  }
}
