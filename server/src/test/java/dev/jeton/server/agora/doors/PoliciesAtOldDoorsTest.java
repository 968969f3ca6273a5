package dev.jeton.server.agora.doors;

import static dev.jeton.server.agora.PolicedTokens.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.PolicedTokens;
import dev.jeton.server.http.CountedUsers;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.policies.HeldPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registered callers at the doors of the old token servers. */
class PoliciesAtOldDoorsTest {
  private static final String APP = "Authorization: Bearer app";
  private static final String CLAMPED = "Jeton-Expiry-Clamped-To";

  private final AgoraTokens tokens = PolicedTokens.tokens(
      policy("publish", "`when`:`role == 'publisher'`,`maxTtlSeconds`:60"),
      policy("listen", "`when`:`role == 'subscriber'`,`maxTtlSeconds`:1800"),
      policy("log-in", "`when`:`kind == 'rtm'`,`maxTtlSeconds`:30"),
      policy("chat", "`when`:`kind == 'chat' && user != ''`"),
      policy("for-app", "`when`:`kind == 'chat'`,`powers`:[`app-token`]"));

  @ParameterizedTest
  @CsvSource({
    "/rtc/c/publisher/uid/1/, 60,",
    "/rtc/c/subscriber/uid/1/, 1800,",
    "/rtc/c/publisher/uid/1/?expiry=90, 60, 60",
    "/rtc/c/publisher/uid/1/?expiry=90000, 60, 60",
    "/rtc/c/publisher/uid/1/?expiry=20, 20,",
    "/rtc/c/subscriber/uid/1/?expiry=90, 90,",
    "/rtm/u/, 30,",
    "/rte/c/publisher/uid/1/, 30,",
    "/rte/c/publisher/uid/1/?expiry=90, 30, 30"
  })
  void lifetimesAreCutToWhatThePolicyAllowsThatAllowsTheRest(
      String path, long seconds, String clamped) throws Exception {
    WireAnswer answer = get(path, "publish", "listen", "log-in");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(seconds(answer)).isEqualTo(seconds);
    assertThat(answer.header(CLAMPED)).isEqualTo(clamped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/rtctoken|`channel`:`c`,`isPublisher`:true|60",
        "/rtctoken|`channel`:`c`|1800",
        "/rtmtoken|`user`:`u`|30",
        "/getToken|`tokenType`:`rtc`,`channel`:`c`,`uid`:`1`,`role`:`publisher`|60",
        "/token/getNew|`tokenType`:`rtm`,`uid`:`u`,`expire`:90|30"
      })
  void theSameHoldsForDoorsWithABody(String path, String members, long seconds) throws Exception {
    WireAnswer answer = post(path, members, "publish", "listen", "log-in");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(seconds(answer)).isEqualTo(seconds);
  }

  @Test
  void whoeverHasAPolicyForUsersGetsNoTokenOfTheApp() throws Exception {
    assertThat(get("/chat/account/u/", "chat").status()).isEqualTo(200);
    assertThat(get("/chat/app/", "chat").status()).isEqualTo(403);
    assertThat(get("/chat/app/", "chat", "for-app").status()).isEqualTo(200);
    assertThat(post("/getToken", "`tokenType`:`chat`", "chat").status()).isEqualTo(403);
    assertThat(get("/rtc/*/subscriber/uid/1/", "listen").status()).isEqualTo(403);
    assertThat(get("/rtc/c/subscriber/uid/0/", "listen").status()).isEqualTo(403);
    assertThat(get("/rte/c/publisher/uid/1/", "publish").status()).isEqualTo(403);
  }

  @Test
  void twoTokensAreCountedAsTwo() throws Exception {
    CountedUsers counted = new CountedUsers();
    try (TestServer server = new TestServer(
        counted,
        HeldPolicies.proof("app", false, "publish", "log-in"),
        new RecordingAudit(),
        new PathDoors(tokens))) {
      assertThat(server.client.get("/rte/c/publisher/uid/7/", APP).status()).isEqualTo(200);
    }
    assertThat(counted.more.get()).isEqualTo(1);
    assertThat(counted.users).containsExactly("7 2");
  }

  private static long seconds(WireAnswer answer) {
    Instant end = Instant.parse(Objects.requireNonNull(answer.header("Jeton-Expires-At")));
    return Duration.between(Instant.parse("2026-11-21T12:00:00Z"), end).toSeconds();
  }

  private WireAnswer get(String path, String... policies) throws Exception {
    try (TestServer server = server(policies)) {
      return server.client.get(path, APP);
    }
  }

  /** ` is a quote. */
  private WireAnswer post(String path, String members, String... policies) throws Exception {
    try (TestServer server = server(policies)) {
      return server.client.post(path, "{" + members.replace('`', '"') + "}", APP);
    }
  }

  private TestServer server(String... policies) {
    return new TestServer(
        HeldPolicies.proof("app", false, policies), new RecordingAudit(), doors -> {
          new PathDoors(tokens).open(doors);
          new TutorialDoors(tokens).open(doors);
          new TokenServiceDoors(tokens).open(doors);
        });
  }
}
