package dev.jeton.tokens.kandy;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Outcome.Accepted;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.RealmKeys.Which;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Verifies tokens of one realm under its current and, until its end, previous key. Immutable and
 * thread-safe; touches memory only.
 *
 * <p>Order of the checks on one token, the first failing one names the reason: length (TOO_LARGE),
 * layout of the realm's cipher (MALFORMED); CBC: code in constant time over the text as received
 * (BAD_MAC); padding (DECRYPT_FAILED); UTF-8, last marker, digits, an identity without control
 * characters (MALFORMED_PLAINTEXT); {@code sip:} in from and to and not in account (WRONG_ROLE);
 * {@code ts - now <= skew} (NOT_YET_VALID), {@code now - ts <= duration} (EXPIRED).
 *
 * <p>On a set: account, from and to one after the other, then one time in all three, and one IV
 * where that is asked for (TIME_MISMATCH), {@link AccountBinding} (ACCOUNT_MISMATCH), allowed
 * callees (TO_NOT_ALLOWED), allowed callers (FROM_NOT_ALLOWED).
 *
 * <p>What no verifier of these tokens can see: whether a token was used before, whether it was
 * minted as from or as to, and under ECB whether it was put together from blocks of others. A
 * register of issued sets sees it.
 */
public final class KandyVerifier {
  /** How far into a token a key got, by the reason that ended it. */
  private static final List<Reason> WAYS_IN =
      List.of(Reason.BAD_MAC, Reason.DECRYPT_FAILED, Reason.MALFORMED_PLAINTEXT);

  private final RealmKeys keys;
  private final TokenWindow window;

  public KandyVerifier(RealmKeys keys, TokenWindow window) {
    this.keys = keys;
    this.window = window;
  }

  /** Verifies one token's text for a role. */
  public Outcome<VerifiedKandyToken> verify(String text, Role role, Instant now) {
    return RawKandyToken.parse(text).then(token -> verify(token, role, now));
  }

  /** Verifies the three tokens of a call together. */
  public Outcome<VerifiedTriple> verify(Triple triple, SetRules rules, Instant now) {
    return verifyOf(triple, Role.ACCOUNT, now)
        .then(account -> verifyOf(triple, Role.FROM, now)
            .then(from -> verifyOf(triple, Role.TO, now)
                .then(to -> new SetVerification(account, from, to).verify(rules))));
  }

  /** Says which of the three it is that was refused. */
  private Outcome<VerifiedKandyToken> verifyOf(Triple triple, Role role, Instant now) {
    Outcome<VerifiedKandyToken> outcome = verify(triple.token(role), role, now);
    return outcome instanceof Outcome.Refused<VerifiedKandyToken> refused
        ? Outcome.refused(refused.reason(), role.word() + " token: " + refused.detail())
        : outcome;
  }

  private Outcome<VerifiedKandyToken> verify(RawKandyToken token, Role role, Instant now) {
    if (token.cipher() != keys.cipher()) {
      return Outcome.refused(
          Reason.MALFORMED,
          "it has the layout of " + token.cipher() + "; the cipher here is " + keys.cipher());
    }
    Opener opener = Opener.ofThread();
    Outcome<Plaintext> current = opener.open(token, keys.current(), window.timestamps());
    SecurityKey previousKey = keys.previousAt(now);
    if (current instanceof Accepted<Plaintext> || previousKey == null) {
      return current.then(plaintext -> judge(token, role, now, plaintext, Which.CURRENT));
    }
    Outcome<Plaintext> previous = opener.open(token, previousKey, window.timestamps());
    // A key that got further into the token is the likelier one, so its refusal says more.
    return opened(previous) >= opened(current)
        ? previous.then(plaintext -> judge(token, role, now, plaintext, Which.PREVIOUS))
        : current.then(plaintext -> judge(token, role, now, plaintext, Which.CURRENT));
  }

  private static int opened(Outcome<Plaintext> outcome) {
    return outcome instanceof Outcome.Refused<Plaintext> refused
        ? WAYS_IN.indexOf(refused.reason())
        : WAYS_IN.size();
  }

  private Outcome<VerifiedKandyToken> judge(
      RawKandyToken token, Role role, Instant now, Plaintext plaintext, Which key) {
    if (!hasForm(plaintext.identity(), role)) {
      return Outcome.refused(
          Reason.WRONG_ROLE,
          role == Role.ACCOUNT
              ? "it begins with sip:, so it is no account"
              : "it does not begin with sip:, so it is an account");
    }
    Instant issuedAt = Instant.ofEpochMilli(plaintext.timeMillis());
    Duration age = Duration.between(issuedAt, now.truncatedTo(ChronoUnit.MILLIS));
    if (age.negated().compareTo(window.skew()) > 0) {
      return Outcome.refused(Reason.NOT_YET_VALID, "it was made in the future");
    }
    if (age.compareTo(window.duration()) > 0) {
      return Outcome.refused(Reason.EXPIRED, "it is older than the realm's duration");
    }
    return Outcome.accepted(new VerifiedKandyToken(
        token, role, plaintext.identity(), issuedAt, issuedAt.plus(window.duration()), key));
  }

  private static boolean hasForm(String identity, Role role) {
    return role == Role.ACCOUNT ? !Identity.startsWithSip(identity) : identity.startsWith(Role.SIP);
  }
}
