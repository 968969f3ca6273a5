package dev.jeton.server.people;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Call;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.vault.CannotOpen;
import dev.jeton.tokens.Secret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Whether a password is a person's own; counts the wrong ones. Blocks. */
@Singleton
class PasswordCheck {
  private static final Logger LOG = Logger.getLogger(PasswordCheck.class);

  private final Logins logins;
  private final Passwords passwords;
  private final AuditLog audit;
  private final InstantSource clock;

  PasswordCheck(Logins logins, Passwords passwords, AuditLog audit, InstantSource clock) {
    this.logins = logins;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether it is the own one of somebody who is signed in, whom no lock of the account concerns. */
  boolean isOwn(String person, Secret given) {
    return passwords.matchesOwn(kept(person).hash(), given);
  }

  /**
   * What is kept of a password.
   *
   * @param lost whether there is something that cannot be opened here
   */
  private record Kept(Optional<PasswordHash> hash, boolean lost) {
    static final Kept NONE = new Kept(Optional.empty(), false);
  }

  /** What cannot be opened takes as long as any other, and tells nobody that there is such a name. */
  private Kept kept(String person) {
    try {
      return new Kept(logins.hash(person), false);
    } catch (CannotOpen | StoreUnavailable | IllegalArgumentException e) {
      LOG.errorf(
          "the password of person %s cannot be opened (%s)",
          person, e.getClass().getSimpleName());
      return new Kept(Optional.empty(), true);
    }
  }

  /**
   * Why it does not count, for the audit; empty when it does. One hash is computed whatever is wrong,
   * also for nobody, and the lock is looked at afterwards, so that guesses at one time are counted too.
   */
  Optional<String> fault(Call call, Optional<Stored<PersonSpec>> person, Secret given) {
    Kept kept = person.map(one -> kept(one.id())).orElse(Kept.NONE);
    Optional<PasswordHash> hash = kept.hash();
    boolean right = passwords.matches(hash, given);
    if (person.isEmpty()) {
      return Optional.of("PERSON_UNKNOWN");
    }
    String id = person.get().id();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (hash.isEmpty()) {
      return Optional.of(kept.lost() ? "PASSWORD_UNREADABLE" : "PASSWORD_NONE");
    }
    if (logins.of(id).misses().lockedAt(now).isPresent()) {
      return Optional.of("ACCOUNT_LOCKED");
    }
    if (!right) {
      logins
          .settings()
          .lockout()
          .map(rules -> logins.unwritten().missed(id, logins.stored(id), now, rules))
          .filter(Misses::hasJustLocked)
          .ifPresent(misses -> audit.note(locked(call, person.get(), misses.lockedUntil())));
      return Optional.of("PASSWORD_WRONG");
    }
    return person.get().spec().enabled() ? Optional.empty() : Optional.of("PERSON_DISABLED");
  }

  private static AuditRow locked(Call call, Stored<PersonSpec> person, Instant until) {
    Map<String, String> details =
        ClientNetwork.and(call, Map.of("id", person.id(), "until", until.toString()));
    return call.row("person-locked", null, "done", null, details, List.of())
        .about(PersonDoors.about(person));
  }
}
