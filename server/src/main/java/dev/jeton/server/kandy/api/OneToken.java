package dev.jeton.server.kandy.api;

import dev.jeton.server.api.Verdict;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Callee.Ring;
import dev.jeton.server.kandy.Callees;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.revocations.RevokedTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.Role;
import dev.jeton.tokens.kandy.VerifiedKandyToken;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One token by itself: what a set has to fulfil together is not looked at, and of the rules for
 * callees what one token says.
 */
record OneToken(
    KandyRealm realm, Callees callees, RevokedTokens revoked, String token, Instant now) {
  private static final String ROLE = "role";

  /**
   * The verdict.
   *
   * @param roleWord what the token is to be for, or null where nobody says
   */
  Verdict verdict(@Nullable String roleWord, boolean lenient) {
    Outcome<VerifiedKandyToken> outcome = roleWord == null ? inAnyRole() : verified(role(roleWord));
    if (outcome instanceof Outcome.Refused<VerifiedKandyToken> refused) {
      return new Verdict.Invalid(refused.reason(), refused.detail(), List.of());
    }
    VerifiedKandyToken verified = ((Outcome.Accepted<VerifiedKandyToken>) outcome).value();
    Outcome<List<String>> rules = rules(verified, roleWord);
    if (rules instanceof Outcome.Refused<List<String>> refused) {
      return new Verdict.Invalid(refused.reason(), refused.detail(), List.of());
    }
    List<String> unchecked = Stream.concat(
            ((Outcome.Accepted<List<String>>) rules).value().stream(),
            realm.spec().tracking().words().stream())
        .toList();
    return unchecked.isEmpty() || lenient
        ? new Verdict.Valid(json -> members(json, verified, roleWord), unchecked)
        : new Verdict.Invalid(
            Reason.CONTEXT_MISSING,
            roleWord == null
                ? "what it is for was not checked; give context.role"
                : "not all rules could be checked of one token; verify the three together",
            unchecked);
  }

  private Outcome<List<String>> rules(VerifiedKandyToken verified, @Nullable String roleWord) {
    if (roleWord == null) {
      return Outcome.accepted(List.of(ROLE));
    }
    return role(roleWord) == Role.TO ? calleeRules(verified.name()) : Outcome.accepted(List.of());
  }

  private Outcome<List<String>> calleeRules(String callee) {
    Ring ring =
        new Ring(callee, Optional.empty(), Optional.of(realm.name()), Optional.empty(), now);
    return realm
        .mayCall(callee)
        .then(open -> callees
            .answer(ring)
            .then(more ->
                Outcome.accepted(Stream.concat(open.stream(), more.stream()).toList())));
  }

  private void members(Json json, VerifiedKandyToken verified, @Nullable String roleWord) {
    json.put("realm", realm.name())
        .put("cipher", SetFields.word(realm.cipher()))
        .put(ROLE, roleWord)
        .put("identity", verified.identity())
        .put("issuedAt", verified.issuedAt())
        .put("expiresAt", verified.expiresAt())
        .put("key", realm.keyWord(verified, now));
  }

  private Outcome<VerifiedKandyToken> verified(Role role) {
    return realm
        .verify(token, role, now)
        .then(verified -> revoked.pass(
            KandyTokens.PLATFORM, verified, one -> KandyRevocations.facts(realm, token, one)));
  }

  /** Accounts look different from the other two, which look alike. */
  private Outcome<VerifiedKandyToken> inAnyRole() {
    Outcome<VerifiedKandyToken> account = verified(Role.ACCOUNT);
    return account instanceof Outcome.Refused<VerifiedKandyToken> refused
            && refused.reason() == Reason.WRONG_ROLE
        ? verified(Role.TO)
        : account;
  }

  private static Role role(String word) {
    return Arrays.stream(Role.values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Refused.badRequest("wrong-role", "role must be account, from or to"));
  }
}
