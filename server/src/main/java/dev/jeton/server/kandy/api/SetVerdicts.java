package dev.jeton.server.kandy.api;

import dev.jeton.server.api.Verdict;
import dev.jeton.server.kandy.Callee.Ring;
import dev.jeton.server.kandy.Callees;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.kandy.SetRegister;
import dev.jeton.server.kandy.SetTracking;
import dev.jeton.server.revocations.RevokedTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.SetCheck;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.VerifiedTriple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges the calls that somebody asks about: their tokens, and whether the callee takes them. */
@Singleton
final class SetVerdicts {
  private static final String CLIENT = "client";
  private static final String FROM = "from";

  private final Callees callees;
  private final SetRegister register;
  private final RevokedTokens revoked;

  SetVerdicts(Callees callees, SetRegister register, RevokedTokens revoked) {
    this.callees = callees;
    this.register = register;
    this.revoked = revoked;
  }

  /**
   * What was found.
   *
   * @param set the call, where nothing stands against it
   */
  record Judged(Verdict verdict, Optional<VerifiedTriple> set) {}

  /**
   * Judges a call with tokens by what is in memory; a check that was not made counts as a failed one
   * unless lenient.
   */
  Judged judge(KandyRealm realm, Triple triple, SetContext known, Instant now, boolean lenient) {
    return judge(realm, triple, known, now, lenient, set -> register.standing(realm, set));
  }

  /** Judges one that is about to be used up, by the store too. Blocks. */
  Judged judgeForUse(KandyRealm realm, Triple triple, SetContext known, Instant now) {
    return judge(realm, triple, known, now, false, set -> register.issued(realm, set));
  }

  private Judged judge(
      KandyRealm realm,
      Triple triple,
      SetContext known,
      Instant now,
      boolean lenient,
      Function<VerifiedTriple, Outcome<List<String>>> standing) {
    Outcome<VerifiedTriple> verified = known
        .verify(realm, triple, now)
        .then(set -> revoked.pass(
            KandyTokens.PLATFORM, set, one -> KandyRevocations.facts(realm, triple, one)));
    Outcome<List<String>> taken = verified.then(set -> standing
        .apply(set)
        .then(open -> callees
            .answer(new Ring(
                set.to().name(),
                Optional.of(set.from().name()),
                Optional.of(realm.name()),
                known.client(),
                now))
            .then(more ->
                Outcome.accepted(Stream.concat(open.stream(), more.stream()).toList()))));
    if (taken instanceof Outcome.Accepted<List<String>> accepted
        && verified instanceof Outcome.Accepted<VerifiedTriple> call) {
      VerifiedTriple set = call.value();
      List<String> unchecked =
          new ArrayList<>(set.unchecked().stream().map(SetCheck::word).toList());
      unchecked.addAll(accepted.value());
      Verdict verdict = checked(
          new Verdict.Valid(json -> SetFields.put(json, realm, set, now), unchecked), lenient);
      return new Judged(
          verdict, verdict instanceof Verdict.Valid ? Optional.of(set) : Optional.empty());
    }
    return new Judged(invalid((Outcome.Refused<List<String>>) taken), Optional.empty());
  }

  /** Judges a call without tokens. */
  Verdict judge(
      String callee, Optional<String> from, Optional<String> client, Instant now, boolean lenient) {
    Outcome<List<String>> taken =
        callees.answer(new Ring(callee, from, Optional.empty(), client, now));
    return taken instanceof Outcome.Accepted<List<String>> accepted
        ? checked(
            new Verdict.Valid(
                json -> json.put("unrestricted", true).put("callee", callee), accepted.value()),
            lenient)
        : invalid((Outcome.Refused<List<String>>) taken);
  }

  private static Verdict checked(Verdict.Valid valid, boolean lenient) {
    List<String> unchecked = valid.unchecked();
    if (unchecked.isEmpty() || lenient) {
      return valid;
    }
    String detail;
    if (unchecked.contains(SetTracking.ISSUED) || unchecked.contains(SetTracking.USED)) {
      detail =
          "this server does not know all that was issued and used on others, since the database"
              + " does not answer or there is more than it holds in memory; redeeming asks the database";
    } else if (unchecked.contains(SetCheck.TO.word())) {
      detail = "whether the callee may be called was not checked; list the realm's callees in to";
    } else if (unchecked.contains(FROM)) {
      detail = "whether the caller is blocked was not checked; say who calls";
    } else {
      detail =
          "whether the network is blocked was not checked; give the caller's address as " + CLIENT;
    }
    return new Verdict.Invalid(Reason.CONTEXT_MISSING, detail, unchecked);
  }

  private static Verdict invalid(Outcome.Refused<List<String>> refused) {
    return new Verdict.Invalid(refused.reason(), refused.detail(), List.of());
  }
}
