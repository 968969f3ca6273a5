package dev.jeton.server.kandy.admin;

import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.KeyFault;
import dev.jeton.server.kandy.RealmSpec;
import dev.jeton.tokens.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Security Keys of realms: letters and digits, as many as the cipher takes bytes. */
final class SecurityKeyRules implements SecretRules<RealmSpec> {
  static final String MEMBER = "securityKey";

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  @Override
  public String segment() {
    return "keys";
  }

  @Override
  public String member() {
    return MEMBER;
  }

  @Override
  public String noun() {
    return "Security Key";
  }

  /** Then all tokens of the former one are at their end, wherever they were made. */
  @Override
  public Optional<Duration> usualOverlap(RealmSpec spec) {
    return Optional.of(spec.window().duration());
  }

  @Override
  public boolean mayBeRevealed() {
    return true;
  }

  @Override
  public Secret make(RealmSpec spec, RandomGenerator random) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < spec.cipher().keyBytes(); i++) {
      key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return Secret.ofText(key.toString());
  }

  @Override
  public void check(RealmSpec spec, Secret given) {
    KeyFault.ofLength(spec.cipher(), given).ifPresent(fault -> {
      throw Refused.badRequest(
          "wrong-secret",
          MEMBER + ": " + fault + " for " + Members.word(spec.cipher()) + "; "
              + KeyFault.fitting(given)
                  .map(other -> "it is a key for " + Members.word(other)
                      + ", so look at the realm's cipher in the portal")
                  .orElse("bytes count and not characters; the portal shows the key in the realm's"
                      + " Authentication Schema"));
    });
    KeyFault.ofContent(given).ifPresent(fault -> {
      throw Refused.badRequest(
          "published-secret",
          MEMBER + ": " + fault + "; leave it out to have one made, and give that to the portal");
    });
  }
}
