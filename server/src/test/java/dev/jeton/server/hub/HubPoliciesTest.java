package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Need;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.policies.HeldPolicies;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Registered callers at Hub's one issuing place. */
class HubPoliciesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Libp2pPrivateKey user = Libp2pPrivateKey.random(new Random(1));

  @Test
  void whoeverHasNoPolicyGetsNoTokenThoughTheAnswerIsRight() throws Exception {
    assertThat(token(TokenForm.DEFAULT, "")).contains("not-permitted");
    assertThat(token(TokenForm.DEFAULT, "any")).isEqualTo("PT24H");
  }

  @Test
  void tokensLiveNoLongerThanThePolicyAllows() throws Exception {
    assertThat(token(TokenForm.DEFAULT, "hour")).isEqualTo("PT1H");
  }

  @Test
  void aTokenWithoutAnEndNeedsItsPower() throws Exception {
    assertThat(token(TokenForm.HUB_EXACT, "any")).contains("not-permitted");
    assertThat(token(TokenForm.HUB_EXACT, "hour")).contains("not-permitted");
    assertThat(token(TokenForm.HUB_EXACT, "endless")).isEqualTo("never");
  }

  @Test
  void anIssuerOfWhichNoPolicySpeaksIsUnknown() throws Exception {
    assertThat(named("default", "any")).isEqualTo("default");
    assertThat(named("nobody", "any")).contains("unknown-issuer");
    assertThat(named("default", "elsewhere")).contains("unknown-issuer");
  }

  @Test
  void whoReachesNoIssuerGetsNoChallengeOfTheDefaultOneEither() throws Exception {
    HubTokens tokens = tokens(TokenForm.DEFAULT);
    for (String policy : new String[] {"", "elsewhere"}) {
      assertThat(answer(policy, call -> challenged(tokens, call))).contains("issuer-needed");
    }
    assertThat(answer("any", call -> challenged(tokens, call))).isEqualTo("challenged");
  }

  private Answer challenged(HubTokens tokens, Call call) {
    tokens.challenge(call, tokens.issuer(call, null), user.publicKey());
    return Answer.text(200, "challenged");
  }

  private String named(String issuer, String policy) throws Exception {
    HubTokens tokens = tokens(TokenForm.DEFAULT);
    return answer(policy, call -> Answer.text(200, tokens.issuer(call, issuer).name()));
  }

  /** How long the token lives, or the refusal. */
  private String token(TokenForm form, String policies) throws Exception {
    HubTokens tokens = tokens(form);
    return answer(policies, call -> token(tokens, call));
  }

  private static String answer(String policies, Function<Call, Answer> door) throws Exception {
    String[] names = policies.isEmpty() ? new String[0] : policies.split(" ");
    try (TestServer server = new TestServer(
        HeldPolicies.proof("app", false, names),
        new RecordingAudit(),
        doors -> doors.open(Door.get("/door", Need.MINT, door)))) {
      return server.client.get("/door", "Authorization: Bearer app").body();
    }
  }

  private Answer token(HubTokens tokens, Call call) {
    PendingChallenge challenge = tokens.challenge(call, tokens.issuer(null), user.publicKey());
    byte[] signature = user.sign(challenge.challenge().bytes());
    Issued issued =
        tokens.issue(call, challenge.id(), signature, MintMoment.once(NOW, new Random(5)));
    return Answer.text(
        200,
        issued
            .expiresAt()
            .map(end -> Duration.between(issued.issuedAt(), end).toString())
            .orElse("never"));
  }

  private static HubTokens tokens(TokenForm form) {
    HubIssuers issuers = new HubIssuers(false);
    issuers.holdOwn(new HubIssuer(
        "default",
        Libp2pPrivateKey.random(new Random(2)),
        new TokenShape(form, Duration.ofHours(24), HubToken.DEFAULT_AUDIENCE)));
    return new HubTokens(
        issuers,
        new Challenges(new ChallengeForm.Bare(), Duration.ofSeconds(60), () -> NOW, new Random(3)),
        () -> NOW,
        HeldPolicies.of(
            new HubPolicies(),
            policy("any", "`projects`:[`*`]"),
            policy("hour", "`projects`:[`default`],`maxTtlSeconds`:3600"),
            policy("endless", "`projects`:[`*`],`powers`:[`no-expiry`]"),
            policy("elsewhere", "`projects`:[`other`]")));
  }

  /** ` is a quote. */
  private static String policy(String name, String members) {
    return ("{`name`:`" + name + "`,`readyMade`:`hub-any-identity`," + members + "}")
        .replace('`', '"');
  }
}
