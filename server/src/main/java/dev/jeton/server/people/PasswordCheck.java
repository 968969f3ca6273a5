package dev.jeton.server.people;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Call;
import dev.jeton.tokens.Secret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a password is a person's own; counts the wrong ones. Blocks. */
@Singleton
class PasswordCheck {
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
    return passwords.matches(logins.hash(person), given);
  }

  /**
   * Why it does not count, for the audit; empty when it does. One hash is computed whatever is wrong,
   * also for nobody, and the lock is looked at afterwards, so that guesses at one time are counted too.
   */
  Optional<String> fault(Call call, Optional<Stored<PersonSpec>> person, Secret given) {
    Optional<PasswordHash> hash = person.flatMap(one -> logins.hash(one.id()));
    boolean right = passwords.matches(hash, given);
    if (person.isEmpty()) {
      return Optional.of("PERSON_UNKNOWN");
    }
    String id = person.get().id();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (hash.isEmpty()) {
      return Optional.of("PASSWORD_NONE");
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
