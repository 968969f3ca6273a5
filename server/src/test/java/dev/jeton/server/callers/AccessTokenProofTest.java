package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Asker;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.callers.TokenBinding.By;
import dev.jeton.server.oidc.AccessTokens;
import dev.jeton.server.oidc.Signer;
import dev.jeton.server.oidc.StandInProvider;
import dev.jeton.server.oidc.TestTokens;
import dev.jeton.server.settings.Network;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccessTokenProofTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String HERE = "192.0.2.7";
  private static final Signer KEY = Signer.p256("k1");
  private static final StandInProvider PROVIDER = new StandInProvider(KEY);

  private final BoundCallers bound = new BoundCallers();
  private final AccessTokenProof proof = proof(TestTokens.of(PROVIDER));

  private AccessTokenProof proof(AccessTokens tokens) {
    return new AccessTokenProof(
        tokens,
        bound,
        new KnownCallers(new CallerKeys(), policies -> policies.contains("p2")),
        () -> NOW);
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  private static JsonObject.Builder alice() {
    return PROVIDER.claims("alice", NOW);
  }

  private static TokenBinding by(By by, String claim, String value) {
    return new TokenBinding(PROVIDER.issuer(), by, claim, value);
  }

  private static CallerSpec caller(String name, Binding binding) {
    return new CallerSpec(
        name,
        Optional.empty(),
        List.of(),
        List.of("p1"),
        true,
        Optional.empty(),
        Optional.of(binding));
  }

  private void hold(CallerSpec... callers) {
    List<Stored<CallerSpec>> all = new ArrayList<>();
    for (CallerSpec one : callers) {
      all.add(new Stored<>(one.name(), one, KeyVersions.NONE, Map.of(), 1, NOW, NOW, "test"));
    }
    bound.hold(all);
  }

  private Identified identified(JsonObject.Builder claims) {
    return proof
        .check(Requests.from(HERE, "Bearer " + KEY.sign(claims.build())))
        .orElseThrow();
  }

  private Caller.Registered known(JsonObject.Builder claims) {
    return (Caller.Registered) ((Identified.As) identified(claims)).caller();
  }

  private Identified.Wrong wrong(JsonObject.Builder claims) {
    Identified.Wrong wrong = (Identified.Wrong) identified(claims);
    assertThat(wrong.problem()).isEqualTo(Callers.WRONG);
    return wrong;
  }

  @Test
  void whoeverIsAskedForByTheWebAppIsKnownByTheClaimsOfTheToken() {
    hold(caller("web-app", by(By.ANYBODY, "", "")));
    Caller.Registered caller = known(alice().put("groups", JsonItems.ofTexts(List.of("a", "b"))));
    assertThat(caller.id()).isEqualTo("caller:web-app");
    assertThat(caller.policies()).containsExactly("p1");
    assertThat(caller.claims())
        .containsEntry("sub", "alice")
        .containsEntry("groups", List.of("a", "b"))
        .containsEntry("exp", NOW.getEpochSecond() + 300);
  }

  @Test
  void theUsersOfOneCallerDoNotShareWhatIsKeptForOne() {
    hold(caller("web-app", by(By.ANYBODY, "", "")));
    Asker alice = Asker.of(known(alice()), HERE);
    assertThat(alice).isEqualTo(Asker.of(known(alice()), "192.0.2.8"));
    assertThat(alice).isNotEqualTo(Asker.of(known(PROVIDER.claims("bob", NOW)), HERE));
  }

  @Test
  void whatSaysMoreExactlyWhoIsMeantCounts() {
    CallerSpec anybody = caller("anybody", by(By.ANYBODY, "", ""));
    CallerSpec group = caller("group", by(By.CLAIM, "groups", "builders"));
    CallerSpec client = caller("client", by(By.CLIENT, "", "shop-backend"));
    CallerSpec subject = caller("subject", by(By.SUBJECT, "", "alice"));
    JsonItems groups = JsonItems.ofTexts(List.of("builders"));
    hold(anybody, group, client, subject);
    assertThat(known(alice().put("azp", "shop-backend").put("groups", groups)).name())
        .isEqualTo("subject");
    hold(subject, client, group, anybody);
    assertThat(known(
                PROVIDER.claims("bob", NOW).put("client_id", "shop-backend").put("groups", groups))
            .name())
        .isEqualTo("client");
    assertThat(known(PROVIDER.claims("bob", NOW).put("groups", "builders")).name())
        .isEqualTo("group");
    assertThat(known(PROVIDER.claims("bob", NOW).put("groups", "builders2")).name())
        .isEqualTo("anybody");
  }

  @Test
  void programsLearnThatARealTokenIsOverAndThatIsNoGuess() {
    hold(caller("web-app", by(By.ANYBODY, "", "")));
    Identified.Wrong over =
        (Identified.Wrong) identified(PROVIDER.claims("alice", NOW.minusSeconds(331)));
    assertThat(over.problem().code()).isEqualTo("token-expired");
    assertThat(over.exactCode()).isEqualTo("OIDC_EXPIRED");
    assertThat(over.mayBeGuessed()).isFalse();
    assertThat(wrong(alice().put("nbf", "soon")).mayBeGuessed()).isTrue();
  }

  @Test
  void untilTheKeysAreThereNobodyIsBlamedForHisToken() {
    hold(caller("web-app", by(By.ANYBODY, "", "")));
    Identified identified = proof(TestTokens.awaiting(PROVIDER))
        .check(Requests.from(HERE, "Bearer " + KEY.sign(alice().build())))
        .orElseThrow();
    Identified.Wrong awaited = (Identified.Wrong) identified;
    assertThat(awaited.problem().status()).isEqualTo(503);
    assertThat(awaited.exactCode()).isEqualTo("OIDC_UNKNOWN_KEY");
    assertThat(awaited.mayBeGuessed()).isFalse();
  }

  @Test
  void aGoodTokenThatStandsForNoCallerIsRefusedLikeAWrongOne() {
    hold(caller("bob", by(By.SUBJECT, "", "bob")));
    Identified.Wrong wrong = wrong(alice().put("client_id", "spa"));
    assertThat(wrong.exactCode()).isEqualTo("OIDC_UNBOUND");
    assertThat(wrong.details()).isEqualTo(Map.of("issuer", PROVIDER.issuer(), "client", "spa"));
  }

  @Test
  void aTokenThatFitsTwoCallersEquallyIsRefused() {
    hold(caller("one", by(By.CLAIM, "groups", "a")), caller("two", by(By.CLAIM, "groups", "b")));
    assertThat(wrong(alice().put("groups", JsonItems.ofTexts(List.of("a", "b"))))
            .exactCode())
        .isEqualTo("OIDC_AMBIGUOUS");
  }

  @Test
  void nobodyTakesThePlaceOfACallerThatIsSwitchedOff() {
    CallerSpec alice = caller("alice", by(By.SUBJECT, "", "alice"));
    CallerSpec off = new CallerSpec(
        "alice", Optional.empty(), List.of(), List.of(), false, Optional.empty(), alice.bound());
    hold(off, caller("anybody", by(By.ANYBODY, "", "")));
    assertThat(wrong(alice()).exactCode()).isEqualTo("CALLER_DISABLED");
    assertThat(wrong(alice()).details()).containsEntry("name", "alice");
  }

  @Test
  void aTokenCountsFromTheNetworksOfItsCallerAlone() {
    hold(new CallerSpec(
        "web-app",
        Optional.empty(),
        List.of(Objects.requireNonNull(Network.parse("10.0.0.0/8"))),
        List.of(),
        true,
        Optional.empty(),
        Optional.of(by(By.ANYBODY, "", ""))));
    assertThat(wrong(alice()).exactCode()).isEqualTo("OIDC_NETWORK");
  }

  @Test
  void aTokenThatIsNotGoodProvesNobodyWhateverItSays() {
    hold(caller("web-app", by(By.ANYBODY, "", "")));
    assertThat(wrong(alice().put("nonce", "n")).exactCode()).isEqualTo("OIDC_TYP_MISMATCH");
    String token = KEY.sign(alice().build());
    Identified forged = proof
        .check(Requests.from(
            HERE, "Bearer " + token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(86)))
        .orElseThrow();
    assertThat(((Identified.Wrong) forged).exactCode()).isEqualTo("OIDC_BAD_SIGNATURE");
  }

  @Test
  void apiKeysAndWhatIsNoTokenAreLeftToOtherProofs() {
    hold(caller("web-app", by(By.ANYBODY, "", "")));
    assertThat(proof.check(Requests.from(HERE))).isEmpty();
    assertThat(proof.check(Requests.from(HERE, "Bearer jtn_0123.4.5"))).isEmpty();
    assertThat(proof.check(Requests.from(HERE, "Bearer an-admin-token"))).isEmpty();
  }

  @Test
  void tokensOfAnotherIssuerStandForNobodyHere() {
    hold(caller("other", new TokenBinding("https://id.example.com", By.ANYBODY, "", "")));
    assertThat(wrong(alice()).exactCode()).isEqualTo("OIDC_UNBOUND");
  }
}
