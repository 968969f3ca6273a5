package dev.jeton.server.people;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.Secret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Asks somebody who is signed in for the password. Wrong ones count against the session alone, which
 * ends with too many: neither locks it the account, nor does a lock by somebody else keep anybody from
 * this.
 */
@Singleton
class OwnPassword {
  private static final int MOST_WRONG = 10;

  private final Logins logins;
  private final PasswordCheck check;
  private final Acts acts;
  private final InstantSource clock;

  OwnPassword(Logins logins, PasswordCheck check, Acts acts, InstantSource clock) {
    this.logins = logins;
    this.check = check;
    this.acts = acts;
    this.clock = clock;
  }

  void require(Call call, CurrentSession current, Secret given) {
    if (check.isOwn(current.person().id(), given)) {
      return;
    }
    Map<String, String> details =
        ClientNetwork.and(call, Map.of("session", current.session().id()));
    if (countedOut(call, current, details)) {
      throw new Refused(SessionProof.OVER).recordedAs("PASSWORD_WRONG", details);
    }
    throw new Refused(new Problem(
            403,
            "wrong-password",
            "the password is wrong; after " + MOST_WRONG + " wrong ones the session ends"))
        .recordedAs("PASSWORD_WRONG", details);
  }

  /** Counts it where all nodes see it; whether the session is over now. */
  private boolean countedOut(Call call, CurrentSession current, Map<String, String> details) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String id = current.session().id();
    return acts.write(writing -> {
      Login login = logins.change(
          writing,
          current.person().id(),
          call.caller().id(),
          now,
          before -> missed(current.requireIn(before), id));
      boolean over = login.session(id).isEmpty();
      List<AuditRow> rows = over
          ? List.of(call.row("session-end", null, "done", "PASSWORD_WRONG", details, List.of()))
          : List.of();
      return new Acts.Done<>(over, rows);
    });
  }

  private static Login missed(Login login, String id) {
    Login counted = login.withEach(one -> one.id().equals(id) ? one.missed() : one);
    return counted.session(id).filter(one -> one.wrong() < MOST_WRONG).isPresent()
        ? counted
        : counted.without(id);
  }
}
