package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.Words;
import dev.jeton.server.store.Writing;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.server.vault.Sealer;
import dev.jeton.tokens.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One administrative act under way: what it has changed in its transaction so far. */
final class Act {
  private final Shelves shelves;
  private final Sealer sealer;
  private final Writing writing;
  private final Draft draft;
  private final Instant now;
  private final String by;

  /**
   * Begins one.
   *
   * @param known the revision up to which the shelves know everything
   */
  Act(Shelves shelves, Sealer sealer, Writing writing, long known, Instant now, String by) {
    this.shelves = shelves;
    this.sealer = sealer;
    this.writing = writing;
    this.draft = new Draft(shelves);
    this.now = now;
    this.by = by;
    // Nobody else writes meanwhile, so what is checked against the draft holds until the commit.
    writing
        .changedSince(known)
        .forEach(
            entry -> shelves.find(entry.id().kind()).ifPresent(shelf -> draft.take(shelf, entry)));
    draft.settle();
  }

  Draft view() {
    return draft;
  }

  /** From here on what is changed can be forgotten, and what was before no more. */
  void settle() {
    draft.settle();
  }

  /**
   * Forgets in memory what was changed since it was settled. What the transaction has of it goes when
   * that is rolled back, as it must be.
   */
  void forget() {
    draft.undo();
  }

  Instant now() {
    return now;
  }

  Writing writing() {
    return writing;
  }

  /** The one that is meant, as the store has it now. */
  <S> Stored<S> get(Kind<S> kind, String reference) {
    Stored<S> known = draft
        .find(kind, reference)
        .or(() -> shelves.of(kind).shown().find(reference).filter(Stored::isByKeyFile))
        .orElseThrow(() -> unknown(kind));
    if (known.isFixed()) {
      return known;
    }
    Stored<S> one = writing
        .find(new EntryId(kind.word(), known.id()))
        .filter(entry -> !entry.deleted())
        .map(shelves.of(kind)::read)
        .orElseThrow(() -> unknown(kind));
    draft.put(kind, one);
    return one;
  }

  /** The one that is meant, if it may be changed and is still what the client has seen. */
  <S> Stored<S> getForChange(Kind<S> kind, String reference, Optional<Long> version) {
    Stored<S> one = get(kind, reference);
    if (one.isFixed()) {
      throw ManagedElsewhere.refused(kind, one);
    }
    version.filter(seen -> seen != one.version()).ifPresent(seen -> {
      throw new Refused(new Problem(
          409,
          "stale",
          one.changedBy() + " changed it at " + one.changedAt() + " (version " + one.version()
              + ", yours is of " + seen + "); look at it again and repeat your change"));
    });
    return one;
  }

  /** Keeps a new one, with its first secret where it has any. */
  <S> Stored<S> create(Kind<S> kind, String id, S spec, KeyVersions keys, Map<String, Secret> all) {
    Stored<S> one = new Stored<>(id, spec, keys, all, 1, now, now, by);
    checkWords(kind, one);
    unmarkOthers(kind, one);
    draft.put(kind, one);
    kind.check(one, draft);
    Entry entry =
        writing.create(new EntryId(kind.word(), id), content(kind, one, Map.of()), by, now);
    return kept(kind, entry);
  }

  /** Keeps what became of one; secrets without a live version are gone then. */
  <S> Stored<S> change(Kind<S> kind, Stored<S> before, Stored<S> next) {
    if (before.isFixed()) {
      throw ManagedElsewhere.refused(kind, before);
    }
    Stored<S> after = withEndOfFormer(kind, before, next);
    checkWords(kind, after);
    unmarkOthers(kind, after);
    draft.put(kind, after);
    kind.following(before, after, draft).forEach(one -> one.in(this));
    kind.check(after, draft);
    return keep(kind, before, after);
  }

  /** The same where versions only come to an end, which no fact about others may hold up. */
  <S> Stored<S> end(Kind<S> kind, Stored<S> before, Stored<S> next) {
    return keep(kind, before, withEndOfFormer(kind, before, next));
  }

  private <S> Stored<S> keep(Kind<S> kind, Stored<S> before, Stored<S> after) {
    Entry entry = entry(kind, before);
    new Revoking(writing, now).changed(kind, before, after);
    kind.changing(writing, before, after, by, now);
    return kept(kind, writing.change(entry, content(kind, after, entry.secrets()), by, now));
  }

  /** What was said of the end of the key that signed goes with that key. */
  private static <S> Stored<S> withEndOfFormer(Kind<S> kind, Stored<S> before, Stored<S> next) {
    Optional<Instant> end = kind.signingEndsAt(before.spec());
    Optional<KeyVersion> former = before.versions().active();
    if (end.isEmpty()
        || former.isEmpty()
        || next.versions().active().map(KeyVersion::id).equals(former.map(KeyVersion::id))) {
      return next;
    }
    return next.with(next.versions().signingUntil(former.get().id(), end.get()), next.secrets());
  }

  <S> void delete(Kind<S> kind, Stored<S> one) {
    new Revoking(writing, now).deleted(kind, one);
    writing.delete(entry(kind, one), by, now);
    draft.remove(kind, one.id());
  }

  private <S> Stored<S> kept(Kind<S> kind, Entry entry) {
    Stored<S> one = shelves.of(kind).read(entry);
    draft.put(kind, one);
    return one;
  }

  private <S> Entry entry(Kind<S> kind, Stored<S> one) {
    return writing.find(new EntryId(kind.word(), one.id())).orElseThrow(() -> unknown(kind));
  }

  /** What the store gets; what is sealed already stays as it is. */
  private <S> Content content(Kind<S> kind, Stored<S> one, Map<String, SealedSecret> before) {
    KeyVersions keys = one.versions().settled(now);
    Map<String, SealedSecret> secrets = new LinkedHashMap<>();
    for (KeyVersion key : keys.live()) {
      SealedSecret kept = before.get(key.id());
      Secret secret = one.secrets().get(key.id());
      if (kept != null) {
        secrets.put(key.id(), kept);
      } else if (secret != null) {
        secrets.put(key.id(), seal(kind, one.id(), key.id(), secret));
      }
    }
    Map<String, String> words = new LinkedHashMap<>(kind.words(one.spec()));
    words.put("name", Shelf.folded(kind.name(one.spec())));
    return new Content(new Document<>(one.spec(), keys).text(kind), new Words(words), secrets);
  }

  private <S> SealedSecret seal(Kind<S> kind, String id, String keyId, Secret secret) {
    byte[] blob = sealer.seal(secret, shelves.of(kind).identity(id, keyId));
    return new SealedSecret(blob, sealer.dataKeyOf(blob));
  }

  /** Only one is marked, so another one's mark goes. */
  private <S> void unmarkOthers(Kind<S> kind, Stored<S> one) {
    if (!kind.isDefault(one.spec())) {
      return;
    }
    List<Stored<S>> marked = new ArrayList<>();
    for (Stored<S> other : draft.all(kind)) {
      if (!other.id().equals(one.id()) && kind.isDefault(other.spec())) {
        marked.add(other);
      }
    }
    for (Stored<S> other : marked) {
      if (other.isFixed()) {
        throw new Refused(new Problem(
            409,
            "default-by-file",
            kind.noun() + " " + kind.name(other.spec())
                + " is the default by the server's settings; take the mark away there first"));
      }
      Stored<S> current = get(kind, other.id());
      change(kind, current, current.with(kind.withoutDefault(current.spec())));
    }
  }

  private <S> void checkWords(Kind<S> kind, Stored<S> one) {
    draft
        .find(kind, kind.name(one.spec()))
        .filter(other -> !other.id().equals(one.id()))
        .ifPresent(other -> {
          throw taken(kind, "name", other);
        });
    kind.words(one.spec())
        .forEach((what, word) -> draft
            .find(kind, word)
            .filter(other -> !other.id().equals(one.id()))
            .ifPresent(other -> {
              throw taken(kind, what, other);
            }));
  }

  private static <S> Refused taken(Kind<S> kind, String what, Stored<S> other) {
    return new Refused(new Problem(
        409,
        "taken",
        "the " + what + " is taken by the " + kind.noun() + " " + kind.name(other.spec())
            + "; give another, or change that one"));
  }

  static Refused unknown(Kind<?> kind) {
    return new Refused(
        new Problem(404, "not-found", "there is no " + kind.noun() + " of that id or name here"));
  }
}
