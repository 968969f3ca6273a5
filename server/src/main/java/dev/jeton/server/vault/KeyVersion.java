package dev.jeton.server.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of an entry's secret; the secret itself stands elsewhere under the same id.
 *
 * @param id never used again within its entry
 * @param state where it stands in its life
 * @param enabled without this it neither signs nor verifies, but keeps its place
 * @param createdAt when it was prepared
 * @param endsAt from then on it neither signs nor verifies (the end itself is not part of its time);
 *     null for no end. Of a dead version, when it died
 * @param signsUntil what it signed from then on does not count, here or elsewhere; what it signed
 *     before still does. Null for no such time
 * @param label what may be shown of it, such as a public key
 */
public record KeyVersion(
    String id,
    KeyState state,
    boolean enabled,
    Instant createdAt,
    @Nullable Instant endsAt,
    @Nullable Instant signsUntil,
    @Nullable String label) {

  /** A version that does not sign yet. */
  public static KeyVersion prepared(String id, Instant now) {
    return new KeyVersion(id, KeyState.PREPARED, true, now, null, null, null);
  }

  /** Whether its secret is still kept. */
  public boolean isLive() {
    return state.isLive();
  }

  /** Whether it signs: {@code ACTIVE && enabled && now < endsAt && now < signsUntil}. */
  public boolean signs(Instant now) {
    return state == KeyState.ACTIVE && enabled && !hasEnded(now) && countsIfSigned(now);
  }

  /** Whether what it signed then counts, as far as that time decides. */
  public boolean countsIfSigned(Instant then) {
    return signsUntil == null || then.isBefore(signsUntil);
  }

  /** Whether it verifies: {@code live && enabled && now < endsAt}. */
  public boolean verifies(Instant now) {
    return isLive() && enabled && !hasEnded(now);
  }

  /** Whether its end has come: {@code now >= endsAt}. */
  public boolean hasEnded(Instant now) {
    return endsAt != null && !now.isBefore(endsAt);
  }

  /** The same with an end, or with none. */
  public KeyVersion ending(@Nullable Instant end) {
    return new KeyVersion(id, state, enabled, createdAt, end, signsUntil, label);
  }

  /** The same with a time from which on what it signs does not count; an earlier one stays. */
  public KeyVersion signingUntil(Instant end) {
    Instant until = countsIfSigned(end) ? end : signsUntil;
    return new KeyVersion(id, state, enabled, createdAt, endsAt, until, label);
  }

  /** The same with something that may be shown of it. */
  public KeyVersion labelled(@Nullable String shown) {
    return new KeyVersion(id, state, enabled, createdAt, endsAt, signsUntil, shown);
  }

  /** The same, enabled or not. */
  public KeyVersion enabled(boolean on) {
    return new KeyVersion(id, state, on, createdAt, endsAt, signsUntil, label);
  }

  KeyVersion in(KeyState other) {
    return new KeyVersion(id, other, enabled, createdAt, endsAt, signsUntil, label);
  }

  /** Dead from now on, or since the end that it came to before. */
  KeyVersion dead(KeyState how, Instant now) {
    return in(how).ending(hasEnded(now) ? endsAt : now);
  }
}
