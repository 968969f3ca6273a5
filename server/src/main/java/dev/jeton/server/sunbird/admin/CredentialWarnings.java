package dev.jeton.server.sunbird.admin;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.sunbird.ConsumerSpec;
import dev.jeton.server.sunbird.CredentialSpec;
import dev.jeton.server.sunbird.Grant;
import dev.jeton.server.sunbird.KeyMaterial;
import dev.jeton.server.sunbird.UnfitKey;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.sunbird.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an operator should know of a credential. */
final class CredentialWarnings {
  private CredentialWarnings() {}

  static List<String> of(Stored<CredentialSpec> one, Optional<ConsumerSpec> consumer, Instant now) {
    CredentialSpec spec = one.spec();
    List<String> warnings = new ArrayList<>();
    if (spec.profile() == Profile.LEGACY) {
      warnings.add("it has the legacy profile: tokens without an end are taken");
    }
    if (spec.grants().contains(Grant.NO_EXPIRY)) {
      warnings.add("it may mint tokens without an end");
    }
    if (spec.consumer().isPresent() && consumer.filter(ConsumerSpec::enabled).isEmpty()) {
      warnings.add("its consumer is switched off or gone, so it neither mints nor verifies");
    }
    if (!spec.verifiesOnly() && one.keys().signing(now).isEmpty()) {
      warnings.add("no secret of it signs, so it does not mint; rotate it, or enable its secret");
    }
    for (KeyVersion key : one.keys().settled(now).live()) {
      try {
        KeyMaterial.ofKeptSecret(spec, one.secret(key.id()));
      } catch (UnfitKey e) {
        warnings.add("secret " + key.id() + " is not used: " + e.wrong() + "; " + e.right());
      }
    }
    return warnings;
  }
}
