package dev.jeton.server.revocations;

import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.Revocations;
import dev.jeton.server.store.Snapshot;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** What was revoked, in memory, as every node has it. */
public final class RevokedTokens {
  private static final Logger LOG = Logger.getLogger(RevokedTokens.class);

  private final Map<String, Revocation> byId = new ConcurrentHashMap<>();
  private final Map<String, Marks> byPlatform = new ConcurrentHashMap<>();

  /** Nothing yet. */
  public RevokedTokens() {}

  /** Takes over what is stored now, and from then on what any node revokes. */
  static RevokedTokens follow(Snapshot snapshot) {
    RevokedTokens revoked = new RevokedTokens();
    snapshot.listen(revoked::changed);
    return revoked;
  }

  /**
   * Refuses what was verified if it was revoked. Costs nothing while nothing of the platform is.
   *
   * @param facts what of it may have been revoked
   */
  public <T> Outcome<T> pass(String platform, T verified, Function<T, TokenFacts> facts) {
    Marks marks = byPlatform.get(platform);
    return marks != null && marks.refuse(facts.apply(verified))
        ? Outcome.refused(Reason.REVOKED, "it was revoked here")
        : Outcome.accepted(verified);
  }

  Collection<Revocation> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  Optional<Revocation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  int size() {
    return byId.size();
  }

  Marks of(String platform) {
    return byPlatform.getOrDefault(platform, new Marks());
  }

  /** What is new before what is gone: a watermark that moves forward must leave no gap. */
  void changed(List<Entry> entries) {
    List<Entry> ours = entries.stream()
        .filter(entry -> entry.id().kind().equals(Revocations.KIND))
        .toList();
    boolean read = true;
    for (Entry entry : ours) {
      if (!entry.deleted()) {
        read &= take(entry);
      }
    }
    for (Entry entry : ours) {
      if (entry.deleted()) {
        drop(entry.id().id());
      }
    }
    if (!read) {
      throw new IllegalStateException("not all revocations could be read");
    }
  }

  private boolean take(Entry entry) {
    try {
      Revocation one = RevocationForm.read(entry);
      if (!one.equals(byId.get(one.id()))) {
        drop(one.id());
        byId.put(one.id(), one);
        byPlatform.computeIfAbsent(one.platform(), platform -> new Marks()).put(one);
      }
      return true;
    } catch (Refused | DateTimeException e) {
      LOG.errorf("%s cannot be read, so it refuses nothing; a newer Jeton wrote it", entry.id());
      return false;
    }
  }

  private void drop(String id) {
    Revocation gone = byId.remove(id);
    if (gone != null) {
      of(gone.platform()).remove(gone);
    }
  }
}
