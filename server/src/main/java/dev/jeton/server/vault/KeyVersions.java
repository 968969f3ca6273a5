package dev.jeton.server.vault;

import dev.jeton.server.vault.KeyActRefused.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an entry's secret in the order in which they were made: at most two live ones, at
 * most one of them active, and the last ten dead ones. Never changed; each act answers new versions,
 * in which retiring ones whose end has come are retired.
 */
public record KeyVersions(List<KeyVersion> all) {
  /** How many versions may be live at a time. */
  public static final int MOST_LIVE = 2;

  /** How many dead ones are kept as history. */
  public static final int MOST_DEAD = 10;

  public static final KeyVersions NONE = new KeyVersions(List.of());

  public KeyVersions {
    all = List.copyOf(all);
    Set<String> ids = new HashSet<>();
    int live = 0;
    int active = 0;
    for (KeyVersion key : all) {
      ids.add(key.id());
      live += key.isLive() ? 1 : 0;
      active += key.state() == KeyState.ACTIVE ? 1 : 0;
    }
    if (ids.size() != all.size() || live > MOST_LIVE || active > 1) {
      throw new IllegalArgumentException(
          "ids must differ, at most two versions be live and at most one active");
    }
  }

  /** The versions of a new entry: its first one signs at once. */
  public static KeyVersions startingWith(KeyVersion first) {
    return new KeyVersions(List.of(first.in(KeyState.ACTIVE)));
  }

  /** The one that signs. */
  public Optional<KeyVersion> signing(Instant now) {
    return all.stream().filter(key -> key.signs(now)).findFirst();
  }

  /** Those that verify, the active one first, then the newest. */
  public List<KeyVersion> verifying(Instant now) {
    return all.stream()
        .filter(key -> key.verifies(now))
        .sorted(Comparator.comparing((KeyVersion key) -> key.state() != KeyState.ACTIVE)
            .thenComparing(key -> -all.indexOf(key)))
        .toList();
  }

  /** The active one, whether it signs now or is disabled or at its end. */
  public Optional<KeyVersion> active() {
    return all.stream().filter(key -> key.state() == KeyState.ACTIVE).findFirst();
  }

  /** Those whose secrets are kept. */
  public List<KeyVersion> live() {
    return all.stream().filter(KeyVersion::isLive).toList();
  }

  /** The version with that id. */
  public Optional<KeyVersion> find(String id) {
    return all.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** The live version with that id; refuses one whose secret is gone. */
  public KeyVersion live(String id, Instant now) {
    return settled(now).live(id);
  }

  /** Whether a retiring one has come to its end. */
  public boolean anyEnded(Instant now) {
    for (KeyVersion key : all) {
      if (key.state() == KeyState.RETIRING && key.hasEnded(now)) {
        return true;
      }
    }
    return false;
  }

  /** The ids of those whose secrets may be deleted now: the dead, and the retiring at their end. */
  public Set<String> deletable(Instant now) {
    return settled(now).all.stream()
        .filter(key -> !key.isLive())
        .map(KeyVersion::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with one more that does not sign yet. */
  public KeyVersions prepare(KeyVersion key, Instant now) {
    KeyVersions settled = settled(now);
    if (settled.find(key.id()).isPresent()) {
      throw new KeyActRefused(
          Why.ID_TAKEN, "a key " + key.id() + " is there already; give another");
    }
    if (settled.live().size() == MOST_LIVE) {
      throw new KeyActRefused(
          Why.TWO_LIVE, "two keys are live already; retire or revoke one of them first");
    }
    List<KeyVersion> next = new ArrayList<>(settled.all);
    next.add(key.in(KeyState.PREPARED));
    return new KeyVersions(next);
  }

  /**
   * Lets a version sign; the one that did verifies for the overlap, or until somebody retires it.
   *
   * @param overlap null for no end
   */
  public KeyVersions activate(String id, Instant now, @Nullable Duration overlap) {
    KeyVersions settled = settled(now);
    KeyVersion chosen = settled.live(id);
    if (chosen.state() == KeyState.ACTIVE) {
      throw new KeyActRefused(Why.ALREADY_ACTIVE, "key " + id + " is active already");
    }
    if (chosen.hasEnded(now) || !chosen.countsIfSigned(now)) {
      throw ended(id);
    }
    Instant end = Ends.after(now, overlap);
    return settled
        .each(key -> {
          if (key.equals(chosen)) {
            // What ended its retiring was the overlap with another, which is over.
            boolean retiring = key.state() == KeyState.RETIRING;
            return key.in(KeyState.ACTIVE).ending(retiring ? null : key.endsAt());
          }
          return key.state() == KeyState.ACTIVE
              ? key.in(KeyState.RETIRING).ending(Ends.earlier(key.endsAt(), end))
              : key;
        })
        .settled(now);
  }

  /** Lets a version end that long after it was made, unless it ends before anyway. */
  public KeyVersions atMost(String id, Duration lifetime, Instant now) {
    KeyVersion chosen = live(id);
    Instant end = chosen.createdAt().plus(lifetime);
    if (!now.isBefore(end)) {
      throw ended(id);
    }
    return replacing(chosen, chosen.ending(Ends.earlier(chosen.endsAt(), end)));
  }

  /** Prepares and activates in one. */
  public KeyVersions rotate(KeyVersion key, Instant now, @Nullable Duration overlap) {
    return prepare(key, now).activate(key.id(), now, overlap);
  }

  /**
   * Ends a version now (overlap zero) or after an overlap, in which it still verifies; never later than
   * it would have ended anyway.
   */
  public KeyVersions retire(String id, Instant now, Duration overlap) {
    KeyVersions settled = settled(now);
    KeyVersion chosen = settled.live(id);
    Instant end = Objects.requireNonNull(Ends.earlier(chosen.endsAt(), Ends.after(now, overlap)));
    return settled.replacing(chosen, chosen.in(KeyState.RETIRING).ending(end)).settled(now);
  }

  /** Ends a version at once, because somebody may have stolen it. */
  public KeyVersions revoke(String id, Instant now) {
    KeyVersions settled = settled(now);
    KeyVersion chosen = settled.live(id);
    return settled.replacing(chosen, chosen.dead(KeyState.REVOKED, now)).cut();
  }

  /** The same, and what that version signs from then on does not count. */
  public KeyVersions signingUntil(String id, Instant end) {
    return each(key -> key.id().equals(id) ? key.signingUntil(end) : key);
  }

  /** Lets a version sign and verify again, as its state says. */
  public KeyVersions enable(String id, Instant now) {
    return enabled(id, now, true);
  }

  /** Lets a version neither sign nor verify; it keeps its place. */
  public KeyVersions disable(String id, Instant now) {
    return enabled(id, now, false);
  }

  /** The same, with retiring ones retired whose end has come, and no more than ten dead ones. */
  public KeyVersions settled(Instant now) {
    return each(key -> key.state() == KeyState.RETIRING && key.hasEnded(now)
            ? key.dead(KeyState.RETIRED, now)
            : key)
        .cut();
  }

  private static KeyActRefused ended(String id) {
    return new KeyActRefused(
        Why.ENDED, "key " + id + " came to its end; retire it and prepare another");
  }

  private KeyVersions enabled(String id, Instant now, boolean on) {
    KeyVersions settled = settled(now);
    KeyVersion chosen = settled.live(id);
    return settled.replacing(chosen, chosen.enabled(on));
  }

  private KeyVersion live(String id) {
    KeyVersion key = find(id)
        .orElseThrow(() -> new KeyActRefused(
            Why.UNKNOWN_KEY, "there is no such key; the list of the keys shows their ids"));
    if (!key.isLive()) {
      String how = key.state() == KeyState.REVOKED ? "revoked" : "retired";
      throw new KeyActRefused(
          Why.NOT_LIVE, "key " + id + " was " + how + " and its secret is gone; prepare another");
    }
    return key;
  }

  private KeyVersions replacing(KeyVersion key, KeyVersion by) {
    return each(other -> other.equals(key) ? by : other);
  }

  private KeyVersions each(UnaryOperator<KeyVersion> change) {
    return new KeyVersions(all.stream().map(change).toList());
  }

  private KeyVersions cut() {
    List<KeyVersion> kept = DeadVersions.cut(all, MOST_DEAD);
    return kept.equals(all) ? this : new KeyVersions(kept);
  }
}
