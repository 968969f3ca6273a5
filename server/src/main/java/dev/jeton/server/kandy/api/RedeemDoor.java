package dev.jeton.server.kandy.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.api.Repeats;
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
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Issued;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.kandy.Named;
import dev.jeton.server.kandy.Redemptions;
import dev.jeton.server.kandy.UsedSets;
import dev.jeton.server.kandy.api.SetVerdicts.Judged;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.store.KeptRequests.Place;
import dev.jeton.server.store.KeptRequests.PlaceTaken;
import dev.jeton.server.store.KeptRequests.Settled;
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
  private final KeptRedemptions kept;
  private final InstantSource clock;

  RedeemDoor(
      KandyTokens tokens,
      SetVerdicts verdicts,
      Redemptions sets,
      AuditLog audit,
      Policies policies,
      KeptRedemptions kept,
      InstantSource clock) {
    this.kept = kept;
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
    Optional<Place> place = KeptRedemptions.place(call);
    KandyRealm realm = tokens.realm(call, request.textOrNull("realm"));
    SetContext known = SetContext.ofClient(Named.client(request));
    if (!sets.storeAnswers()) {
      throw unavailable();
    }
    Instant now = clock.instant();
    try {
      Optional<Answer> before = place.flatMap(one -> kept.find(one, call, now));
      if (before.isPresent()) {
        return repeated(call, realm, triple, before.get());
      }
      Judged judged = verdicts.judgeForUse(realm, triple, known, now);
      return judged
          .set()
          .map(set -> used(call, new Use(realm, triple, set, place, now), judged.verdict()))
          .orElseGet(() -> answer(call, explained(call, realm, judged.verdict())));
    } catch (StoreUnavailable e) {
      throw unavailable();
    }
  }

  /** A set that is about to be used up. */
  private record Use(
      KandyRealm realm, Triple given, VerifiedTriple set, Optional<Place> place, Instant now) {}

  private static Refused unavailable() {
    return new Refused(new Problem(
        503,
        "store-unavailable",
        "the database does not answer, so nobody can tell whether the set was used; the same"
            + " request with an " + IdempotencyKey.HEADER + " can be sent again until it does"));
  }

  /** Whoever asks again may have lost the answer, or the server the row, so there is one more. */
  private Answer repeated(Call call, KandyRealm realm, Triple given, Answer before) {
    return before.audited(call.row(
        EVENT,
        KandyTokens.PLATFORM,
        "redeemed",
        null,
        Map.of("realm", realm.name(), "again", "true"),
        List.of(given.accountToken(), given.fromToken(), given.toToken())));
  }

  private Answer used(Call call, Use use, Verdict verdict) {
    Answer answer = answer(call, verdict);
    try {
      return use.place().isPresent()
          ? kept.keeping(
              use.place().get(),
              call,
              answer,
              use.now(),
              settled -> used(call, use, answer, Optional.of(settled)))
          : used(call, use, answer, Optional.empty());
    } catch (PlaceTaken e) {
      throw Repeats.busy();
    }
  }

  private Answer used(Call call, Use use, Answer answer, Optional<Settled> settled) {
    UsedSets.Attempt attempt =
        sets.use(call.asker(), use.set(), use.realm().cipher(), use.now(), settled);
    if (attempt instanceof UsedSets.Attempt.First first) {
      record(row(call, use.realm(), use.set(), "redeemed", null), first.use(), settled);
      return answer;
    }
    if (attempt instanceof UsedSets.Attempt.Full) {
      throw new Refused(new Problem(
          503, "redeem-full", "too many sets are remembered as used already; try again later"));
    }
    if (use.place().isPresent() && !sets.isKept(use.set(), use.realm().cipher())) {
      throw Repeats.busy();
    }
    return use.place()
        .flatMap(one -> kept.find(one, call, use.now()))
        .map(before -> repeated(call, use.realm(), use.given(), before))
        .orElseGet(() -> again(call, use.realm(), use.set()));
  }

  /** Before the answer, or the set is not used up. */
  private void record(AuditRow row, UsedSets.Use use, Optional<Settled> settled) {
    CompletableFuture<AuditOutcome> outcome = new CompletableFuture<>();
    audit.append(List.of(row), Runnable::run, outcome::complete);
    if (!(outcome.join() instanceof AuditOutcome.Written)) {
      sets.takeBack(use, settled);
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
