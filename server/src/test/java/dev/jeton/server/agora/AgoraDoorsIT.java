package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.agora.AgoraServer.Answer;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Certificates;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RawAccessToken2;
import dev.jeton.tokens.agora.Service;
import dev.jeton.tokens.agora.VerifiedAccessToken2;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients of the Express tutorial, agora-token-service and Agora-Node-TokenServer change the URL. */
class AgoraDoorsIT {
  private static final String APP_ID = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
  private static final String CERTIFICATE = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
  private static AgoraServer server;
  private static AgoraServer generous;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> project =
        Map.of("AGORA_APP_ID", APP_ID, "AGORA_APP_CERTIFICATE", CERTIFICATE);
    server = AgoraServer.start(project);
    generous = AgoraServer.start(Map.of(
        "APP_ID",
        APP_ID,
        "APP_CERTIFICATE",
        CERTIFICATE,
        "AGORA_ALLOW",
        "any-user, any-channel, app-token"));
  }

  @AfterAll
  static void stop() {
    server.close();
    generous.close();
  }

  @Test
  void theTutorialsClientGetsAPublisherTokenForARandomUid() {
    JsonNode answer =
        server.post("/rtctoken", "{\"channel\":\"lobby\",\"isPublisher\":true}").json();

    assertThat(answer.size()).isEqualTo(2);
    assertThat(answer.path("uid").asLong()).isBetween(1L, 2_147_483_647L);
    Service.Rtc rtc =
        (Service.Rtc) service(answer.path("token").asText(), "lobby", uid(answer.path("uid")));
    assertThat(rtc.privileges().asMap().keySet()).isEqualTo(Set.of(1, 2, 3, 4));
  }

  @Test
  void withoutIsPublisherTheTutorialsClientMayOnlyListen() {
    JsonNode answer =
        server.post("/rtctoken", "{\"channel\":\"lobby\",\"uid\":\"42\"}").json();
    assertThat(answer.path("uid").asLong()).isEqualTo(42);
    Service rtc = service(answer.path("token").asText(), "lobby", AgoraUser.uid(42));
    assertThat(rtc.privileges().asMap().keySet()).isEqualTo(Set.of(Privileges.JOIN));
  }

  @Test
  void agorasNpmPackageReadsTheDoorsTokenAndItsSignatureHolds() throws Exception {
    String token = token(server.post("/rtctoken", "{\"channel\":\"lobby\",\"isPublisher\":true}"));
    JsonNode read = NpmReader.read(token, CERTIFICATE);
    assertThat(read.path("read").asBoolean()).isTrue();
    assertThat(read.path("verified").asBoolean()).isTrue();
    assertThat(read.path("appId").asText()).isEqualTo(APP_ID);
    assertThat(NpmReader.read(token, APP_ID).path("verified").asBoolean()).isFalse();
  }

  @Test
  void theTutorialsRtmClientGetsALogin() {
    Answer answer = server.post("/rtmtoken", "{\"user\":\"alice\"}");
    assertThat(answer.json().size()).isEqualTo(1);
    assertThat(verified(answer.json().path("token").asText(), expected().user(account("alice"))))
        .isInstanceOf(VerifiedAccessToken2.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/getToken", "/token/getNew"})
  void agoraTokenServicesClientGetsRtcByNumericUidOrAccount(String path) {
    String body =
        "{\"tokenType\":\"rtc\",\"channel\":\"lobby\",\"role\":\"publisher\",\"uid\":\"%s\",\"expire\":600}";
    service(
        token(server.post(path, body.formatted("4294967295"))),
        "lobby",
        AgoraUser.uid(4294967295L));
    service(token(server.post(path, body.formatted("alice"))), "lobby", account("alice"));
    service(
        token(server.post(path, "{\"tokenType\":\"rtc\",\"channel\":\"lobby\",\"uid\":7}")),
        "lobby",
        AgoraUser.uid(7));
  }

  @Test
  void agoraTokenServicesRtmClientMayAlsoJoinAStream() {
    String token = token(
        server.post("/getToken", "{\"tokenType\":\"rtm\",\"uid\":\"0\",\"channel\":\"stage\"}"));
    VerifiedAccessToken2 verified = (VerifiedAccessToken2)
        verified(token, expected().channel(new Channel("stage")).user(account("0")));
    assertThat(verified.services()).hasSize(2);
    assertThat(verified.services().get(0).privileges().asMap().keySet()).isEqualTo(Set.of(1, 4));
  }

  @Test
  void agoraTokenServicesChatClientGetsAUserAndNoAdministration() {
    String token = token(server.post("/getToken", "{\"tokenType\":\"chat\",\"uid\":\"alice\"}"));
    VerifiedAccessToken2 verified =
        (VerifiedAccessToken2) verified(token, expected().user(account("alice")));
    assertThat(verified.services().get(0).privileges().has(Service.Chat.APP)).isFalse();

    Answer refused = server.post("/getToken", "{\"tokenType\":\"chat\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("Content-Type")).startsWith("text/plain");
    assertThat(refused.body()).contains("app-token");
    assertThat(token(generous.post("/getToken", "{\"tokenType\":\"chat\"}"))).startsWith("007");
  }

  @ParameterizedTest
  @CsvSource({
    "/rtc/lobby/publisher/uid/42/, 42",
    "/rtc/lobby/audience/uid/42, 42",
    "/rtc/lobby/subscriber/userAccount/bob/?expiry=600, bob",
  })
  void thePathsOfTheOldServersGiveRtcTokensWithAndWithoutTheLastSlash(String path, String user) {
    Answer answer = server.get(path);
    assertThat(answer.status()).isEqualTo(200);
    service(answer.json().path("rtcToken").asText(), "lobby", account(user));
  }

  @Test
  void thePathsOfTheOldServersGiveRtmAndBothTokens() {
    String rtm = server.get("/rtm/alice/").json().path("rtmToken").asText();
    verified(rtm, expected().user(account("alice")));

    JsonNode both = server.get("/rte/lobby/publisher/uid/42/?expiry=600").json();
    service(both.path("rtcToken").asText(), "lobby", AgoraUser.uid(42));
    verified(both.path("rtmToken").asText(), expected().user(account("42")));

    JsonNode other = server.get("/rte/lobby/publisher/uid/42/alice/").json();
    verified(other.path("rtmToken").asText(), expected().user(account("alice")));
  }

  @Test
  void thePathsOfTheOldServersGiveChatTokens() {
    String user = server.get("/chat/account/alice/").json().path("chatToken").asText();
    verified(user, expected().user(account("alice")));
    assertThat(server.get("/chat/app/").status()).isEqualTo(403);
    assertThat(generous.get("/chat/app/").json().path("chatToken").asText()).startsWith("007");
  }

  @Test
  void pingAnswersAsTheOldServersDo() {
    assertThat(server.get("/ping").body()).isEqualTo("{\"message\":\"pong\"}");
  }

  @Test
  void aWildcardNeedsItsGrantLocallyToo() {
    assertThat(server.get("/rtc/lobby/publisher/uid/0/").status()).isEqualTo(403);
    assertThat(server.post("/rtctoken", "{\"channel\":\"lobby\",\"uid\":0}").status())
        .isEqualTo(403);
    assertThat(server.post("/rtctoken", "{\"channel\":\"*\"}").status()).isEqualTo(403);
    assertThat(generous
            .post("/rtctoken", "{\"channel\":\"*\",\"uid\":0}")
            .json()
            .path("uid")
            .asInt())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0,3600",
    "1,1",
    "86399,86399",
    "86400,86400",
    "86401,86400",
    "99999999999999999999,86400"
  })
  void anExpiryIsAnHourWhenAbsentAndADayAtMost(String expiry, long seconds) {
    Answer answer = server.get("/rtc/lobby/publisher/uid/42/?expiry=" + expiry);
    RawAccessToken2 token = raw(answer.json().path("rtcToken").asText());
    assertThat(Duration.between(token.issuedAt(), token.expiresAt())).hasSeconds(seconds);
    assertThat(answer.header("Jeton-Expires-At")).isEqualTo(token.expiresAt().toString());
    assertThat(answer.header("Jeton-Expiry-Clamped-To"))
        .isEqualTo(
            new java.math.BigInteger(expiry).bitLength() > 17 || expiry.equals("86401")
                ? "86400"
                : "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rtc/lobby/publisher/uid/42/?expiry=-5",
        "/rtc/lobby/publisher/uid/42/?expiry=abc",
        "/rtc/lobby/publisher/uid/4294967296/",
        "/rtc/lobby/publisher/uid/-1/",
        "/rtc/lobby/publisher/uid/alice/",
        "/rtc/lobby/host/uid/42/",
        "/rtc/lobby/publisher/account/42/",
        "/rtc/l%C3%B6bby/publisher/uid/42/",
        "/rtc/lobby/publisher/uid/42/?certificate=0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "/rtc/lobby/publisher/uid/42/?expiry=1&expiry=2",
      })
  void badPathsAreRefusedInTheWordsOfBothOldServers(String path) {
    Answer answer = server.get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText())
        .isEqualTo(answer.json().path("message").asText());
    assertThat(answer.json().path("status").asInt()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain(CERTIFICATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"channel\":\"lobby\",\"isPublisher\":\"false\"}",
        "{\"channel\":\"lobby\",\"uid\":4294967296}",
        "{\"channel\":\"lobby\",\"uid\":\"4294967296\"}",
        "{\"channel\":\"lobby\",\"uid\":-1}",
        "{\"channel\":\"lobby\",\"uid\":1.5}",
        "{\"channel\":7}",
        "{\"isPublisher\":true}",
        "{\"channel\":\"lobby\",\"channel\":\"other\"}",
        "{\"channel\":\"0123456789012345678901234567890123456789012345678901234567890123\"}",
        "[]",
        "{",
      })
  void badBodiesOfTheTutorialsClientAreRefusedInPlainWords(String body) {
    Answer answer = server.post("/rtctoken", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText())
        .isNotEmpty()
        .doesNotContain("jackson", "Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "-1", "1.5", "\"-5\"", "\"soon\"", "true"})
  void anExpireThatIsNoTimeIsRefusedAsPlainText(String expire) {
    String body =
        "{\"tokenType\":\"rtc\",\"channel\":\"lobby\",\"uid\":\"1\",\"expire\":" + expire + "}";
    Answer answer = server.post("/getToken", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("text/plain");
    assertThat(answer.body()).contains("expir");
  }

  @Test
  void anUnknownProjectIsToldApart() {
    assertThat(server.post("/rtctoken?project=other", "{\"channel\":\"lobby\"}").status())
        .isEqualTo(404);
    assertThat(
            server.post("/rtctoken?project=default", "{\"channel\":\"lobby\"}").status())
        .isEqualTo(200);
  }

  @Test
  void neitherCertificateNorTokenNorChannelStandsInTheOutput() {
    String token = token(
        server.post("/getToken", "{\"tokenType\":\"rtc\",\"channel\":\"hush\",\"uid\":\"1\"}"));
    server.get("/rtc/hush/publisher/uid/1/");
    assertThat(server.output())
        .noneMatch(
            line -> line.contains(CERTIFICATE) || line.contains(token) || line.contains("hush"));
  }

  private static AgoraUser uid(JsonNode uid) {
    return AgoraUser.uid(uid.asLong());
  }

  private static AgoraUser account(String account) {
    return AgoraUser.account(account);
  }

  private static String token(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return answer.json().path("token").asText();
  }

  /** Read only: a token of one second may be over before it is verified. */
  private static RawAccessToken2 raw(String token) {
    Outcome<RawAccessToken2> outcome = RawAccessToken2.parse(token);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<RawAccessToken2>) outcome).value();
  }

  private static Expected expected() {
    return Expected.at(Instant.now());
  }

  private static Service service(String token, String channel, AgoraUser user) {
    VerifiedAgoraToken verified =
        verified(token, expected().channel(new Channel(channel)).user(user));
    return ((VerifiedAccessToken2) verified).services().get(0);
  }

  private static VerifiedAgoraToken verified(String token, Expected expected) {
    AppCertificate certificate = AppCertificate.of(Secret.ofText(CERTIFICATE));
    Outcome<VerifiedAgoraToken> outcome =
        new AgoraVerifier(new AppId(APP_ID), Certificates.of(certificate)).verify(token, expected);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<VerifiedAgoraToken>) outcome).value();
  }
}
