package dev.jeton.server.hub;

import dev.jeton.server.access.Problem;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Repeats;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import dev.jeton.server.policies.Policies;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gives out challenges, and tokens for their answers. */
public final class HubTokens {
  public static final String PLATFORM = "hub";

  /** The event in the audit. */
  static final String EVENT = "hub-mint";

  /** Who it is about in the audit. */
  static final String PUBLIC_KEY = "publicKey";

  private final HubIssuers issuers;
  private final Challenges challenges;
  private final InstantSource clock;
  private final Policies policies;

  HubTokens(HubIssuers issuers, Challenges challenges, InstantSource clock, Policies policies) {
    this.issuers = issuers;
    this.challenges = challenges;
    this.clock = clock;
    this.policies = policies;
  }

  /** The issuer that is named, or the default one. */
  public KeptIssuer issuer(@Nullable String name) {
    return found(name).orElseThrow(() -> absent(name));
  }

  /** The same, if the caller may know of it. */
  public KeptIssuer issuer(Call call, @Nullable String name) {
    return found(name)
        .filter(one -> policies.reaches(call, PLATFORM, one.name()))
        .orElseThrow(() -> absent(name));
  }

  private Optional<KeptIssuer> found(@Nullable String name) {
    return name == null ? issuers.standard() : issuers.named(name);
  }

  private static Refused absent(@Nullable String name) {
    return name == null
        ? Refused.badRequest("issuer-needed", "none of the issuers here is the default; name one")
        : new Refused(
            new Problem(404, "unknown-issuer", "there is no Hub issuer of that name here"));
  }

  /** A challenge that the caller may answer with a signature of that key's owner. */
  public PendingChallenge challenge(Call call, KeptIssuer issuer, Libp2pPublicKey identity) {
    // No identity token without a challenge, and here a refusal wastes no signature.
    call.countFor(identity.text());
    Challenges.Issue issue =
        challenges.issue(call.asker(), identity, signing(issuer, clock.instant()));
    if (issue instanceof Challenges.Issue.Made made) {
      return made.challenge();
    }
    throw new Refused(
        ((Challenges.Issue.Full) issue).ofAsker()
            ? new Problem(
                429,
                "too-many-challenges",
                "too many of your challenges wait for an answer; answer them or let them expire")
            : new Problem(
                503,
                "challenges-full",
                "too many challenges wait for an answer here; try again in a minute"));
  }

  /** The token for an answer, or the same once more where the request that got it is repeated. */
  public Issued issue(Call call, String challengeId, byte[] signature, MintMoment moment) {
    Proven proven = proven(call, challengeId, signature, moment);
    Duration lifetime = lifetime(call, proven);
    policies.require(call, () -> HubPolicies.asked(proven, lifetime.toSeconds()));
    return new Issued(call, proven, token(proven, lifetime, moment));
  }

  private Proven proven(Call call, String challengeId, byte[] signature, MintMoment moment) {
    AnswerNote note = AnswerNote.in(moment);
    Instant at = moment.again() ? clock.instant() : moment.now();
    Answered answered = moment.again()
        ? note.read(challengeId, key -> signing(having(key), at))
        : note.written(challenges.answer(call.asker(), challengeId, signature));
    if (answered instanceof Answered.Right right) {
      return right.proven().by(signing(current(right.proven().issuer()), at));
    }
    throw refused(call, challengeId, (Answered.Refused) answered);
  }

  private KeptIssuer having(Libp2pPublicKey key) {
    return issuers.having(key).orElseThrow(Repeats::changed);
  }

  /** The issuer as it is now; its keys may have changed since it gave out the challenge. */
  private KeptIssuer current(HubIssuer then) {
    return issuers
        .having(then.publicKey())
        .or(() -> issuers.named(then.name()))
        .orElseThrow(() -> new Refused(
            new Problem(404, "unknown-issuer", "the Hub issuer of the challenge is gone")));
  }

  private static HubIssuer signing(KeptIssuer issuer, Instant now) {
    return issuer.signing(now).orElseThrow(() -> noKey(issuer, now));
  }

  private static Refused noKey(KeptIssuer issuer, Instant now) {
    Problem problem = issuer.noKey(now);
    return new Refused(problem).recordedAs(problem.code(), Map.of("issuer", issuer.name()));
  }

  /** As its issuer has it and the caller's policies allow; none for tokens that never end. */
  private Duration lifetime(Call call, Proven proven) {
    HubIssuer issuer = proven.issuer();
    TokenShape shape = issuer.tokens();
    long usual = shape.lifetime().toSeconds();
    return shape.form() == TokenForm.HUB_EXACT
        ? Duration.ZERO
        : Duration.ofSeconds(policies.fitting(
            call, PLATFORM, issuer.name(), usual, seconds -> HubPolicies.asked(proven, seconds)));
  }

  private static HubToken token(Proven proven, Duration lifetime, MintMoment moment) {
    TokenShape shape = proven.issuer().tokens();
    return shape.form() == TokenForm.HUB_EXACT
        ? HubToken.hubExact(proven.identity(), moment.now())
        : HubToken.forIdentity(proven.identity(), moment.now(), moment.random())
            .validFor(lifetime)
            .audience(shape.audience());
  }

  /** Wrong, late and unknown look the same from outside. */
  private Refused refused(Call call, String challengeId, Answered.Refused answer) {
    Map<String, String> details = new TreeMap<>();
    details.put("challengeId", challengeId);
    answer
        .challenge()
        .ifPresent(
            challenge -> details.put("issuer", challenge.issuer().publicKey().text()));
    People people = answer
        .challenge()
        .map(challenge -> People.NONE.and(PUBLIC_KEY, challenge.identity().text()))
        .orElse(People.NONE);
    Optional<String> issuer =
        answer.challenge().map(challenge -> challenge.issuer().name());
    Problem problem = policies.explains(call, PLATFORM, issuer)
        ? new Problem(403, answer.reason().name(), answer.detail())
        : new Problem(
            403,
            "challenge-refused",
            "the answer to the challenge is refused: it is wrong, late, or there is no such"
                + " challenge; ask for a new one");
    return new Refused(problem).recordedAs(answer.reason().name(), details, people);
  }
}
