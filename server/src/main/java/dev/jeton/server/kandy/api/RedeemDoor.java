package dev.jeton.server.kandy.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.api.Verdict;
import dev.jeton.server.api.VerdictAnswer;
import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Issued;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.kandy.Named;
import dev.jeton.server.kandy.Redemptions;
import dev.jeton.server.kandy.UsedSets;
import dev.jeton.server.kandy.api.SetVerdicts.Judged;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.VerifiedTriple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/tokens/kandy/redeem}: verifies a set and uses it up, so it is for those alone who
 * may have one minted.
 */
@Singleton
final class RedeemDoor implements Doors {
  private static final String EVENT = "kandy-redeem";

  private final KandyTokens tokens;
  private final SetVerdicts verdicts;
  private final Redemptions sets;
  private final AuditLog audit;
  private final Policies policies;
  private final InstantSource clock;

  RedeemDoor(
      KandyTokens tokens,
      SetVerdicts verdicts,
      Redemptions sets,
      AuditLog audit,
      Policies policies,
      InstantSource clock) {
    this.policies = policies;
    this.tokens = tokens;
    this.verdicts = verdicts;
    this.sets = sets;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post("/api/v1/tokens/kandy/redeem", Need.MINT, this::redeem)
        .audited(EVENT, KandyTokens.PLATFORM)
        .offTheLoop());
  }

  private Answer redeem(Call call) {
    Fields request = call.body()
        .only("realm", SetFields.ACCOUNT_TOKEN, SetFields.FROM_TOKEN, SetFields.TO_TOKEN, "client");
    Triple triple = SetFields.read(request);
    KandyRealm realm = tokens.realm(call, request.textOrNull("realm"));
    Instant now = clock.instant();
    SetContext known = SetContext.ofClient(Named.client(request));
    try {
      Judged judged = verdicts.judgeForUse(realm, triple, known, now);
      return judged
          .set()
          .map(set -> used(call, realm, set, judged.verdict(), now))
          .orElseGet(() -> answer(call, explained(call, realm, judged.verdict())));
    } catch (StoreUnavailable e) {
      throw new Refused(new Problem(
          503,
          "store-unavailable",
          "the database does not answer, so nobody can tell whether the set was used; try again"));
    }
  }

  private Answer used(
      Call call, KandyRealm realm, VerifiedTriple set, Verdict verdict, Instant now) {
    UsedSets.Attempt attempt = sets.use(call.asker(), set, realm.cipher(), now);
    if (attempt instanceof UsedSets.Attempt.First first) {
      record(row(call, realm, set, "redeemed", null), first.use());
      return answer(call, verdict);
    }
    if (attempt instanceof UsedSets.Attempt.Full) {
      throw new Refused(new Problem(
          503, "redeem-full", "too many sets are remembered as used already; try again later"));
    }
    return again(call, realm, set);
  }

  /** Before the answer, or the set is not used up. */
  private void record(AuditRow row, UsedSets.Use use) {
    CompletableFuture<AuditOutcome> outcome = new CompletableFuture<>();
    audit.append(List.of(row), Runnable::run, outcome::complete);
    if (!(outcome.join() instanceof AuditOutcome.Written)) {
      sets.takeBack(use);
      throw new Refused(new Problem(
          503,
          "audit-unavailable",
          "the audit log cannot be written at the moment, so nothing is used up; try again"));
    }
  }

  /** Somebody may have stolen it, so the audit tells which one it was. */
  private Answer again(Call call, KandyRealm realm, VerifiedTriple set) {
    Verdict verdict =
        new Verdict.Invalid(Reason.ALREADY_USED, "the set was used before", List.of());
    return VerdictAnswer.unrecorded(call, KandyTokens.PLATFORM, explained(call, realm, verdict))
        .audited(row(call, realm, set, "refused", Reason.ALREADY_USED.name()));
  }

  private Verdict explained(Call call, KandyRealm realm, Verdict verdict) {
    return verdict.explainedIf(
        policies.explains(call, KandyTokens.PLATFORM, Optional.of(realm.name())));
  }

  private static Answer answer(Call call, Verdict verdict) {
    return VerdictAnswer.of(call, EVENT, KandyTokens.PLATFORM, verdict);
  }

  /** With the tokens as they were issued, so that one search finds minting and use. */
  private static AuditRow row(
      Call call, KandyRealm realm, VerifiedTriple set, String outcome, @Nullable String code) {
    Triple tokens = set.canonical();
    return call.row(
            EVENT,
            KandyTokens.PLATFORM,
            outcome,
            code,
            Map.of("realm", realm.name()),
            List.of(tokens.accountToken(), tokens.fromToken(), tokens.toToken()))
        .about(Issued.people(set.account().name(), set.from().name(), set.to().name()));
  }
}
