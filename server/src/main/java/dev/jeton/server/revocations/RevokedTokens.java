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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What was revoked, in memory, as every node has it. */
public final class RevokedTokens {
  private static final Logger LOG = Logger.getLogger(RevokedTokens.class);

  private final Map<String, Revocation> byId = new ConcurrentHashMap<>();
  private final Map<String, Marks> byPlatform = new ConcurrentHashMap<>();

  /** What refuses all that those may refuse which cannot be read, by their ids. */
  private final Map<String, Revocation> unread = new ConcurrentHashMap<>();

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
    return refuses(platform, () -> facts.apply(verified))
        ? Outcome.refused(Reason.REVOKED, "it was revoked here")
        : Outcome.accepted(verified);
  }

  /** Whether a token of this platform that says this was revoked. */
  public boolean refuses(String platform, Supplier<TokenFacts> facts) {
    Marks marks = byPlatform.get(platform);
    Marks ofAny = byPlatform.get(Unread.ANY_PLATFORM);
    if (marks == null && ofAny == null) {
      return false;
    }
    TokenFacts token = facts.get();
    return (marks != null && marks.refuse(token)) || (ofAny != null && ofAny.refuse(token));
  }

  /** How many cannot be read here. */
  int unread() {
    return unread.size();
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
    for (Entry entry : ours) {
      if (!entry.deleted()) {
        take(entry);
      }
    }
    for (Entry entry : ours) {
      if (entry.deleted()) {
        drop(entry.id().id());
      }
    }
  }

  private void take(Entry entry) {
    try {
      Revocation one = RevocationForm.read(entry);
      if (!one.equals(byId.get(one.id()))) {
        drop(one.id());
        byId.put(one.id(), one);
        mark(one);
      }
    } catch (Refused | DateTimeException e) {
      hold(Unread.standIn(entry));
    }
  }

  /** Whoever revoked something must not find it let in by a server that does not understand him. */
  private void hold(Revocation standIn) {
    if (!standIn.equals(unread.get(standIn.id()))) {
      drop(standIn.id());
      unread.put(standIn.id(), standIn);
      mark(standIn);
      LOG.errorf(
          "revocation %s cannot be read, a newer Jeton wrote it; until this server is updated it"
              + " refuses every token %sthat was issued before %s",
          standIn.id(),
          standIn.platform().equals(Unread.ANY_PLATFORM)
              ? ""
              : "of " + standIn.platform()
                  + standIn.owner().map(one -> " " + one.name()).orElse("") + " ",
          ((Target.All) standIn.target()).before());
    }
  }

  private void mark(Revocation one) {
    byPlatform.computeIfAbsent(one.platform(), platform -> new Marks()).put(one);
  }

  private void drop(String id) {
    for (Revocation gone :
        Stream.of(byId.remove(id), unread.remove(id)).filter(Objects::nonNull).toList()) {
      of(gone.platform()).remove(gone);
    }
  }
}
