package dev.jeton.server.kandy.admin;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.kandy.KeyFault;
import dev.jeton.server.kandy.RealmSpec;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.KandyCipher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an operator should know of a realm. */
final class RealmWarnings {
  static final Duration NEAR = Duration.ofDays(14);

  private RealmWarnings() {}

  static List<String> of(Stored<RealmSpec> one, Instant now) {
    RealmSpec realm = one.spec();
    List<String> warnings = new ArrayList<>();
    realm.keyEndsAt().ifPresent(end -> {
      if (!now.isBefore(end)) {
        warnings.add("its Security Key ended at " + end + ", so no tokens are made; rotate it");
      } else if (!end.isAfter(now.plus(NEAR))) {
        warnings.add("its Security Key ends at " + end + "; rotate it before");
      }
    });
    if (one.keys().signing(now).isEmpty()) {
      warnings.add("no Security Key is enabled, so no tokens are made");
    }
    for (KeyVersion key : one.keys().live()) {
      Secret secret = one.secrets().get(key.id());
      if (secret != null && KeyFault.ofLength(realm.cipher(), secret).isPresent()) {
        warnings.add("key " + key.id() + " was made for another cipher, so it opens nothing;"
            + " retire it");
      }
    }
    if (realm.to().isEmpty()) {
      warnings.add("nobody may be called; list callees in to");
    }
    if (realm.cipher() == KandyCipher.ECB) {
      warnings.add("nothing protects ecb tokens against being cut and pasted; move to cbc");
    }
    return warnings;
  }
}
