package dev.jeton.server.agora.api;

import static dev.jeton.server.agora.PolicedTokens.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.access.Need;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.PolicedTokens;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.TokenKind;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.policies.HeldPolicies;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registered callers at the kinds of the API. */
class PoliciesAtKindsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String RTC = "`type`:`rtc`,`channel`:`c`,`uid`:1,`role`:";

  private final AgoraTokens tokens = PolicedTokens.tokens(
      policy("publish", "`when`:`role == 'publisher'`,`maxTtlSeconds`:60"),
      policy("listen", "`when`:`role == 'subscriber'`,`maxTtlSeconds`:1800"),
      policy("log-in", "`when`:`kind == 'rtm'`"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "`role`:`publisher`|12:01:00",
        "`role`:`subscriber`|12:30:00",
        "`role`:`publisher`,`ttlSeconds`:30|12:00:30",
        "`role`:`subscriber`,`ttlSeconds`:1800|12:30:00"
      })
  void whoNamesNoLifetimeGetsThatOfThePolicyThatAllowsTheRest(String members, String end)
      throws Exception {
    WireAnswer answer = rtc(members, "publish", "listen");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"expiresAt\":\"2026-11-21T" + end + "Z\"");
  }

  @Test
  void whoNamesATooLongOneIsRefused() throws Exception {
    assertThat(rtc("`role`:`publisher`,`ttlSeconds`:61", "publish", "listen").body())
        .contains("not-permitted");
    assertThat(rtc("`role`:`subscriber`,`ttlSeconds`:1801", "publish", "listen").body())
        .contains("ttlSeconds");
  }

  @Test
  void oneForbiddenServiceForbidsTheToken() throws Exception {
    String rtm = "{`type`:`rtm`,`user`:`u`}";
    assertThat(
            any("[{" + RTC + "`publisher`}," + rtm + "]", "publish", "log-in").status())
        .isEqualTo(200);
    assertThat(any("[{" + RTC + "`publisher`}," + rtm + "]", "publish").status())
        .isEqualTo(403);
    assertThat(any("[{" + RTC + "`publisher`},{" + RTC + "`subscriber`}]", "publish")
            .status())
        .isEqualTo(403);
    assertThat(any("[]", "publish").status()).isEqualTo(400);
  }

  private WireAnswer rtc(String members, String... policies) throws Exception {
    return post(new RtcKind(tokens), "`channel`:`c`,`uid`:1," + members, policies);
  }

  private WireAnswer any(String services, String... policies) throws Exception {
    return post(new AnyKind(tokens), "`services`:" + services, policies);
  }

  /** ` is a quote. */
  private static WireAnswer post(TokenKind kind, String members, String... policies)
      throws Exception {
    try (TestServer server = new TestServer(
        HeldPolicies.proof("app", false, policies),
        new RecordingAudit(),
        doors -> doors.open(Door.post("/mint", Need.MINT, call -> minted(kind, call))))) {
      return server.client.post(
          "/mint", "{" + members.replace('`', '"') + "}", "Authorization: Bearer app");
    }
  }

  private static Answer minted(TokenKind kind, Call call) {
    MintMoment moment = MintMoment.once(NOW, new Random(2));
    return Answer.json(200, Json.object(kind.mint(call, call.body(), moment).members()));
  }
}
