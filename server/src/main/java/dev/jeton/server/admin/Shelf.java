package dev.jeton.server.admin;

import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Sealer;
import dev.jeton.tokens.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * All of one kind in memory, with their secrets opened.
 *
 * @param <S> what an operator says of one
 */
final class Shelf<S> {
  private static final Logger LOG = Logger.getLogger(Shelf.class);

  /** From how many on several processors read them sooner than one. */
  private static final int MANY = 256;

  private final Kind<S> kind;
  private final Sealer sealer;
  private final List<Stored<S>> fixed;
  private final Map<String, Stored<S>> stored = new ConcurrentHashMap<>();

  /** What could not be read, or not all of it, and is tried again. */
  private final Map<String, Entry> unread = new ConcurrentHashMap<>();

  /** Whether the kind took up what it was told last. */
  private boolean told = true;

  private volatile Contents<S> contents;

  Shelf(Kind<S> kind, Sealer sealer) {
    this.kind = kind;
    this.sealer = sealer;
    this.fixed = List.copyOf(kind.fixed());
    this.contents = Contents.of(kind, fixed);
  }

  /**
   * Everything at one moment.
   *
   * @param all those of file and environment first
   * @param byName all of them by name
   */
  record Contents<S>(
      List<Stored<S>> all,
      List<Stored<S>> byName,
      Map<String, Stored<S>> ids,
      Map<String, Stored<S>> names,
      Map<String, Stored<S>> words) {

    static <S> Contents<S> of(Kind<S> kind, List<Stored<S>> all) {
      Map<String, Stored<S>> ids = new HashMap<>();
      Map<String, Stored<S>> names = new TreeMap<>();
      Map<String, Stored<S>> words = new HashMap<>();
      for (Stored<S> one : all) {
        ids.putIfAbsent(one.id(), one);
        names.putIfAbsent(folded(kind.name(one.spec())), one);
        kind.words(one.spec()).values().forEach(word -> words.putIfAbsent(word, one));
      }
      return new Contents<>(
          Collections.unmodifiableList(all), List.copyOf(names.values()), ids, names, words);
    }

    Optional<Stored<S>> find(String reference) {
      return Optional.ofNullable(ids.get(reference))
          .or(() -> Optional.ofNullable(names.get(folded(reference))))
          .or(() -> Optional.ofNullable(words.get(reference)));
    }
  }

  /** A name as it is compared. */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  Kind<S> kind() {
    return kind;
  }

  Contents<S> contents() {
    return contents;
  }

  /** Takes over what changed in the store, and tells the kind. */
  synchronized void changed(List<Entry> entries) {
    // Each entry is there once; at a start all of them are, and they are read on all processors.
    (entries.size() < MANY ? entries.stream() : entries.parallelStream()).forEach(this::follow);
    tell();
  }

  private void follow(Entry entry) {
    if (entry.deleted()) {
      stored.remove(entry.id().id());
      unread.remove(entry.id().id());
    } else {
      take(entry);
    }
  }

  /** Tries again what could not be taken up. */
  synchronized void again() {
    if (unread.isEmpty() && told) {
      return;
    }
    List.copyOf(unread.values()).forEach(this::take);
    tell();
  }

  /** How many cannot be read, or not all of them. */
  int unread() {
    return unread.size();
  }

  private void tell() {
    List<Stored<S>> all = new ArrayList<>(fixed);
    all.addAll(stored.values());
    told = false;
    try {
      contents = Contents.of(kind, all);
      kind.hold(contents.all());
      kind.unread(
          (int) unread.keySet().stream().filter(id -> !stored.containsKey(id)).count());
      told = true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "what changed of %s could not be taken up; it is tried again", kind.word());
    }
  }

  /** The name or word of a stored one that file or environment give to another, if there is any. */
  Optional<String> collision() {
    Contents<S> given = Contents.of(kind, fixed);
    for (Stored<S> one : stored.values()) {
      String name = kind.name(one.spec());
      if (given.names().containsKey(folded(name))) {
        return Optional.of(name);
      }
      for (String word : kind.words(one.spec()).values()) {
        if (given.words().containsKey(word)) {
          return Optional.of(word);
        }
      }
    }
    return Optional.empty();
  }

  /** Those that still have the secret of a version that came to its end. */
  List<Stored<S>> withDeadSecrets(Instant now) {
    return stored.values().stream().filter(one -> !one.ended(now).isEmpty()).toList();
  }

  /**
   * What cannot be read, because a newer server wrote it, is not there. Of what can be read but not
   * opened, the versions whose keys are missing do not count; what is known of the others holds.
   */
  private void take(Entry entry) {
    String id = entry.id().id();
    try {
      Stored<S> one = read(entry);
      stored.put(id, one);
      if (one.unread().isEmpty()) {
        unread.remove(id);
      } else if (!entry.equals(unread.put(id, entry))) {
        LOG.errorf(
            "%s has secrets that cannot be opened with the keys that are here; they do not count"
                + " until the right master key is here, which the log names above",
            entry.id());
      }
    } catch (RuntimeException e) {
      stored.remove(id);
      if (!entry.equals(unread.put(id, entry))) {
        LOG.errorf(
            "%s cannot be read (%s); until it can, what it governs is refused",
            entry.id(),
            e instanceof Refused refused
                ? refused.problem().detail()
                : e.getClass().getSimpleName());
      }
    }
  }

  /** The same, unless this server cannot read it. */
  Optional<Stored<S>> readable(Entry entry) {
    try {
      return Optional.of(read(entry));
    } catch (RuntimeException e) {
      LOG.errorf("%s cannot be read (%s)", entry.id(), e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /** An entry in the platform's words, those of its secrets opened that can be. */
  Stored<S> read(Entry entry) {
    Document<S> document = Document.read(kind, entry.document());
    Map<String, Secret> secrets = new LinkedHashMap<>();
    entry
        .secrets()
        .forEach((id, locked) ->
            opened(entry.id().id(), id, locked).ifPresent(secret -> secrets.put(id, secret)));
    return new Stored<>(
        entry.id().id(),
        document.spec(),
        document.keys(),
        secrets,
        entry.version(),
        entry.createdAt(),
        entry.changedAt(),
        entry.changedBy());
  }

  private Optional<Secret> opened(String id, String keyId, SealedSecret locked) {
    try {
      return Optional.of(sealer.open(locked.blob(), identity(id, keyId)));
    } catch (CannotOpen | StoreUnavailable e) {
      return Optional.empty();
    }
  }

  /** For which a secret is sealed. */
  String identity(String id, String keyId) {
    return SealIdentity.ofSecret(kind.word(), id, keyId);
  }
}
