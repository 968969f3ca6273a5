package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.time.Instant;

/** Why nothing signs or verifies with a thing's secret: the same state has the same code everywhere. */
public final class NoKey {
  private NoKey() {}

  /**
   * Nothing signs: 409 {@code key-disabled} or {@code key-ended}.
   *
   * @param whose in words, such as {@code Kandy realm shop}
   * @param noun what people call its secret
   */
  public static Problem toSign(KeyVersions keys, Instant now, String whose, String noun) {
    boolean isOff = keys.active()
        .filter(key -> !key.enabled() && !key.hasEnded(now) && key.countsIfSigned(now))
        .isPresent();
    return isOff
        ? new Problem(
            409,
            "key-disabled",
            "the " + noun + " of " + whose + " is switched off, so nothing is made with it; enable"
                + " it, or let another one sign")
        : new Problem(
            409,
            "key-ended",
            whose + " has no " + noun + " that signs any more; rotate it, or activate one that is"
                + " prepared");
  }

  /** Nothing verifies: {@code KEY_DISABLED} or {@code KEY_ENDED}. */
  public static <T> Outcome<T> toVerify(KeyVersions keys, Instant now, String noun) {
    boolean isOff = keys.live().stream().anyMatch(key -> isOff(key, now));
    return isOff
        ? Outcome.refused(
            Reason.KEY_DISABLED, "every " + noun + " that could count is switched off")
        : Outcome.refused(Reason.KEY_ENDED, "there is no " + noun + " left that counts");
  }

  /** Whether it would verify if somebody had not switched it off. */
  private static boolean isOff(KeyVersion key, Instant now) {
    return !key.enabled() && !key.hasEnded(now);
  }

  /** Whoever the secret belongs to is switched off or gone: 409 {@code owner-disabled}. */
  public static Problem ofOwner(String detail) {
    return new Problem(409, "owner-disabled", detail);
  }
}
