package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no policy of a caller speaks of is to it, at every door that mints, verifies or redeems, as
 * what is not there: same status, same body.
 */
class ReachIT {
  private static final String APP_ID = "5f1c0a9be7d24c638a10b3e2d4f59687";
  private static final String KEY = "c41f8be05d7a4f6a9e2b7d10";
  private static final Libp2pPrivateKey ISSUER = Libp2pPrivateKey.random(new Random(41));
  private static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(42));
  private static final String VERIFY = "/api/v1/verify";
  private static final String MINT = "/api/v1/tokens/";
  private static final String SOME_SET = "\"accountToken\":\"a\",\"fromToken\":\"b\",\"toToken\":\"c\"";
  private static final Map<String, String> KEYS = new LinkedHashMap<>();

  @TempDir
  static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(folder.resolve("jeton.yaml"), """
        kandy:
          presets:
            front: {realm: desk.example.com, to: help@example.com}
        """);
    server = RunningServer.start(
        folder,
        Map.of(
            "AGORA_APP_ID", APP_ID,
            "AGORA_APP_CERTIFICATE", "9d3e" + "a7c15b684f20" + "8e6b1d94c2f7a053",
            "KANDY_REALM", "desk.example.com",
            "KANDY_SECURITY_KEY", "Vn3KyS8dXc5TsF2h" + "Gj7MqA4rWu9ZpB6t",
            "KANDY_TO", "help@example.com",
            "KANDY_UNRESTRICTED", "lobby@example.com",
            "HUB_ISSUER_KEY", new String(
                ISSUER.text().reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII),
            "SUNBIRD_KEY", KEY,
            "SUNBIRD_SECRET", "Qk2vN8xT5mB1zR7w" + "Lp4HsJ9dGf3YcA6e"));
    policy("elsewhere", "\"elsewhere-*\"", false);
    policy("told", "\"elsewhere-*\"", true);
    KEYS.put("blind", caller("blind", ""));
    KEYS.put("elsewhere", caller("elsewhere", "\"elsewhere\""));
    KEYS.put("told", caller("told", "\"told\""));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "agora/rtc    | 'project':'NAME','channel':'c','uid':1,'role':'publisher' | default",
        "agora/rtc    | 'project':'NAME','channel':'c','uid':1,'role':'publisher' | " + APP_ID,
        "agora/rtm    | 'project':'NAME','user':'u'                               | DEFAULT",
        "agora/chat   | 'project':'NAME','user':'u'                               | default",
        "agora        | 'project':'NAME','services':[{'type':'stt'}]              | default",
        "agora/rtc    | 'project':'NAME','channel':'c','uid':1,'role':'publisher','ttlSeconds':99999 | default",
        "kandy        | 'realm':'NAME','to':'help@example.com'                    | desk.example.com",
        "kandy        | 'realm':'NAME','to':'nobody@example.com'                  | desk.example.com",
        "kandy/redeem | 'realm':'NAME'," + "SET                                   | desk.example.com",
        "sunbird      | 'key':'NAME'                                              | default",
        "sunbird      | 'key':'NAME','ttlSeconds':9999999                         | " + KEY,
        "batch        | 'requests':[{'platform':'agora','kind':'rtm','project':'NAME','user':'u'}] | default"
      })
  void aNameOutOfReachIsAsUnknownToMinting(String kind, String members, String hidden) {
    String body = json(members);
    same(MINT + kind, body, hidden);
    Answer local = server.post(MINT + kind, body.replace("NAME", hidden));
    assertThat(local.body()).doesNotContain("unknown-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "ISSUER"})
  void anIssuerOutOfReachGivesNoChallenge(String hidden) {
    same(
        MINT + "hub/challenges",
        "{\"publicKey\":\"" + USER.publicKey().text() + "\",\"issuer\":\"NAME\"}",
        hidden.replace("ISSUER", ISSUER.publicKey().text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rtc/c/publisher/uid/1/?project=NAME",
        "/rtm/u/?project=NAME",
        "/rte/c/publisher/uid/1/?project=NAME&expiry=99999",
        "/chat/app/?project=NAME",
        "/chat/account/u/?project=NAME"
      })
  void aProjectOutOfReachIsUnknownAtTheOldDoors(String path) {
    for (String key : KEYS.values()) {
      assertThat(told(server.get(path.replace("NAME", "default"), bearer(key))))
          .isEqualTo(told(server.get(path.replace("NAME", "defaulX"), bearer(key))))
          .startsWith("404 ");
    }
    assertThat(server.get(path.replace("NAME", "default")).status()).isNotEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/rtctoken     | 'channel':'c'",
        "/rtmtoken     | 'user':'u'",
        "/getToken     | 'tokenType':'rtm','uid':'u'",
        "/token/getNew | 'tokenType':'chat'"
      })
  void aProjectOutOfReachIsUnknownAtTheOldDoorsWithABody(String path, String members) {
    same(path + "?project=NAME", json(members), "default");
  }

  @Test
  void neitherRealmsNorCallsByNameAreToldOf() {
    for (String key : KEYS.values()) {
      assertThat(told(server.get("/token?identifier=front", bearer(key))))
          .isEqualTo(told(server.get("/token?identifier=frontX", bearer(key))))
          .startsWith("404 ");
      assertThat(told(server.get("/callparameters?realm=desk.example.com", bearer(key))))
          .isEqualTo(told(server.get("/callparameters?realm=desk.example.coX", bearer(key))))
          .startsWith("404 ");
    }
    assertThat(server.get("/token?identifier=front").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'platform':'agora','project':'NAME','token':'007x'                         | default",
        "'platform':'agora','context':{'appId':'NAME'},'token':'007x'               | " + APP_ID,
        "'platform':'agora','appId':'NAME'                                          | " + APP_ID,
        "'platform':'kandy','realm':'NAME','token':'x'                              | desk.example.com",
        "'platform':'kandy','context':{'realm':'NAME'},SET                          | desk.example.com",
        "'platform':'hub','token':'x','context':{'issuer':'NAME'}                   | default",
        "'platform':'sunbird','token':'x','key':'NAME'                              | default",
        "'platform':'sunbird','token':'x','context':{'key':'NAME'}                  | " + KEY
      })
  void aNameOutOfReachIsAsUnknownToVerifying(String members, String hidden) {
    same(VERIFY, json(members), hidden);
    Answer local = server.post(VERIFY, json(members).replace("NAME", hidden));
    assertThat(local.status()).as(local.body()).isEqualTo(200);
  }

  @Test
  void aTokenOutOfReachIsAsOneOfAnotherServer() throws Exception {
    String mine = minted("agora/rtm", "'user':'u'");
    String others = AccessToken2.forApp(new AppId(APP_ID.replace('5', '6')))
        .issuedAt(Instant.now())
        .validFor(60)
        .salt(7)
        .service(new Service.Rtm("u", Privileges.of(Privileges.JOIN, 60L)))
        .sign(AppCertificate.of(Secret.ofText("9d3ea7c15b684f208e6b1d94c2f7a053")));
    sameVerdict("agora", mine, others);

    String hubs = HubToken.forIdentity(USER.publicKey(), Instant.now(), new Random(1))
        .validFor(Duration.ofHours(1))
        .signedBy(ISSUER);
    String otherHubs = HubToken.forIdentity(USER.publicKey(), Instant.now(), new Random(1))
        .validFor(Duration.ofHours(1))
        .signedBy(USER);
    sameVerdict("hub", hubs, otherHubs);

    String jwt = minted("sunbird", "'ttlSeconds':60");
    String[] parts = jwt.split("\\.");
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String foreign = parts[0] + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                payload.replace(KEY, KEY.replace('c', 'd')).getBytes(StandardCharsets.UTF_8))
        + "." + parts[2];
    sameVerdict("sunbird", jwt, foreign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/api/v1/tokens/agora/rtm      | 'user':'u'                                            | project-needed",
        "/api/v1/tokens/agora/rtm      | 'user':'u','ttlSeconds':99999                         | project-needed",
        "/rtmtoken                     | 'user':'u'                                            |",
        "/api/v1/tokens/kandy          | 'to':'nobody@example.com'                             | realm-needed",
        "/api/v1/tokens/kandy/redeem   | SET                                                   | realm-needed",
        "/api/v1/tokens/hub/challenges | 'publicKey':'USER'                                    | issuer-needed",
        "/api/v1/tokens/sunbird        | 'ttlSeconds':9999999                                  | key-needed",
        "/api/v1/verify                | 'platform':'kandy','token':'x'                        | realm-needed",
        "/api/v1/verify                | 'platform':'kandy',SET                                | realm-needed"
      })
  void theDefaultOutOfReachIsNone(String path, String members, String code) {
    String body = json(members).replace("USER", USER.publicKey().text());
    for (String key : KEYS.values()) {
      Answer answer = server.post(path, body, bearer(key));
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains(code == null ? "name one" : code);
    }
    assertThat(server.post(path, body).body()).doesNotContain("-needed");
  }

  @Test
  void theOldDoorsOfCallsTellNothingOfTheDefaultRealm() {
    for (String key : KEYS.values()) {
      for (String query : new String[] {"", "?callee=nobody@example.com", "?caller=x@example.com"}) {
        assertThat(told(server.get("/callparameters" + query, bearer(key))))
            .startsWith("400 ")
            .contains("none of the realms here is the default; name one");
      }
    }
  }

  @Test
  void calleesAndApiKeysAreForThoseWhoHaveAPolicyForThePlatform() {
    String open = json("'platform':'kandy','callee':'lobby@example.com'");
    String nobody = json("'platform':'kandy','callee':'nobody@example.com'");
    String key = KEYS.getOrDefault("blind", "");
    assertThat(told(server.post(VERIFY, open, bearer(key))))
        .isEqualTo(told(server.post(VERIFY, nobody, bearer(key))));
    assertThat(server.post(VERIFY, open).json().path("valid").asBoolean()).isTrue();
    assertThat(server
            .post(VERIFY, open, bearer(KEYS.getOrDefault("elsewhere", "")))
            .json()
            .path("valid")
            .asBoolean())
        .isTrue();
  }

  private static void same(String path, String body, String hidden) {
    String unknown = hidden.substring(0, hidden.length() - 1) + "X";
    KEYS.forEach((name, key) -> {
      String there = told(server.post(
          path.replace("NAME", hidden), body.replace("NAME", hidden), bearer(key)));
      String gone = told(server.post(
          path.replace("NAME", unknown), body.replace("NAME", unknown), bearer(key)));
      assertThat(there).as(name).isEqualTo(gone);
    });
  }

  private static void sameVerdict(String platform, String mine, String others) {
    String body = "{\"platform\":\"" + platform + "\",\"lenient\":true,\"token\":\"";
    assertThat(server.post(VERIFY, body + mine + "\"}").json().path("valid").asBoolean())
        .as(platform)
        .isTrue();
    KEYS.forEach((name, key) -> assertThat(
            told(server.post(VERIFY, body + mine + "\"}", bearer(key))))
        .as(platform + " " + name)
        .isEqualTo(told(server.post(VERIFY, body + others + "\"}", bearer(key))))
        .startsWith("200 {\"valid\":false"));
  }

  /** The answer but for what names this very request. */
  private static String told(Answer answer) {
    return answer.status() + " "
        + answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "").strip();
  }

  private static String minted(String kind, String members) {
    Answer answer = server.post(MINT + kind, json(members));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("token").asText();
  }

  private static String json(String members) {
    return "{" + members.strip().replace("SET", SOME_SET).replace('\'', '"') + "}";
  }

  private static void policy(String name, String projects, boolean explain) throws IOException {
    Answer answer = server.post(
        "/api/v1/policies",
        "{\"name\":\"" + name + "\",\"platforms\":[\"agora\",\"kandy\",\"hub\",\"sunbird\"],"
            + "\"projects\":[" + projects + "],\"when\":\"true\",\"explain\":" + explain + "}",
        bearer(server.adminToken()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private static String caller(String name, String policies) throws IOException {
    Answer answer = server.post(
        "/api/v1/callers",
        "{\"name\":\"" + name + "\",\"policies\":[" + policies + "]}",
        bearer(server.adminToken()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("key").asText();
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }
}
