package dev.jeton.server.admin;

import dev.jeton.server.http.Refused;
import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an operator should know of secrets of any kind. */
final class SecretWarnings {
  private static final String PUBLISHED = "published-secret";

  private SecretWarnings() {}

  static <S> List<String> of(SecretRules<S> rules, Stored<S> one, Instant now) {
    List<String> warnings = new ArrayList<>();
    for (KeyVersion key : one.keys().settled(now).live()) {
      String which = rules.noun() + " " + key.id();
      if (!one.isFixed() && key.state() == KeyState.RETIRING && key.endsAt() == null) {
        warnings.add(which + " verifies until somebody retires it");
      }
      Secret secret = one.secrets().get(key.id());
      if (secret != null && isPublished(rules, one.spec(), secret)) {
        warnings.add(which + " is one that everybody knows or could guess, and counts all the same;"
            + " rotate it");
      }
    }
    return warnings;
  }

  /** One that was fit when it was given may have been published since. */
  private static <S> boolean isPublished(SecretRules<S> rules, S spec, Secret secret) {
    try {
      rules.check(spec, secret);
      return false;
    } catch (Refused e) {
      return e.problem().code().equals(PUBLISHED);
    }
  }
}
