package dev.jeton.server.policies;

import static dev.jeton.server.policies.Reach.APP_ID;
import static dev.jeton.server.policies.Reach.ISSUER;
import static dev.jeton.server.policies.Reach.KEY;
import static dev.jeton.server.policies.Reach.MINT;
import static dev.jeton.server.policies.Reach.USER;
import static dev.jeton.server.policies.Reach.VERIFY;
import static dev.jeton.server.policies.Reach.bearer;
import static dev.jeton.server.policies.Reach.json;
import static dev.jeton.server.policies.Reach.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer.Answer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import dev.jeton.tokens.hub.HubToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same where a request names nothing: for tokens, and for the default. */
class UnnamedReachIT {
  @TempDir
  static Path folder;

  private static Reach reach;

  @BeforeAll
  static void start() throws IOException {
    reach = Reach.start(folder);
  }

  @AfterAll
  static void stop() {
    reach.close();
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
    String[] parts = jwt.split("\\.", -1);
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
        "/api/v1/tokens/agora/rtm      | 'user':'u'                                            |"
            + " project-needed",
        "/api/v1/tokens/agora/rtm      | 'user':'u','ttlSeconds':99999                         |"
            + " project-needed",
        "/rtmtoken                     | 'user':'u'                                            |",
        "/api/v1/tokens/kandy          | 'to':'nobody@example.com'                             |"
            + " realm-needed",
        "/api/v1/tokens/kandy/redeem   | SET                                                   |"
            + " realm-needed",
        "/api/v1/tokens/hub/challenges | 'publicKey':'USER'                                    |"
            + " issuer-needed",
        "/api/v1/tokens/sunbird        | 'ttlSeconds':9999999                                  |"
            + " key-needed",
        "/api/v1/verify                | 'platform':'kandy','token':'x'                        |"
            + " realm-needed",
        "/api/v1/verify                | 'platform':'kandy',SET                                |"
            + " realm-needed"
      })
  void theDefaultOutOfReachIsNone(String path, String members, String code) {
    String body = json(members).replace("USER", USER.publicKey().text());
    for (String key : reach.keys.values()) {
      Answer answer = reach.server.post(path, body, bearer(key));
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains(code == null ? "name one" : code);
    }
    assertThat(reach.server.post(path, body).body()).doesNotContain("-needed");
  }

  @Test
  void theOldDoorsOfCallsTellNothingOfTheDefaultRealm() {
    for (String key : reach.keys.values()) {
      for (String query :
          new String[] {"", "?callee=nobody@example.com", "?caller=x@example.com"}) {
        assertThat(told(reach.server.get("/callparameters" + query, bearer(key))))
            .startsWith("400 ")
            .contains("none of the realms here is the default; name one");
      }
    }
  }

  @Test
  void calleesAndApiKeysAreForThoseWhoHaveAPolicyForThePlatform() {
    String open = json("'platform':'kandy','callee':'lobby@example.com'");
    String nobody = json("'platform':'kandy','callee':'nobody@example.com'");
    String key = reach.keys.getOrDefault("blind", "");
    assertThat(told(reach.server.post(VERIFY, open, bearer(key))))
        .isEqualTo(told(reach.server.post(VERIFY, nobody, bearer(key))));
    assertThat(reach.server.post(VERIFY, open).json().path("valid").asBoolean()).isTrue();
    assertThat(reach
            .server
            .post(VERIFY, open, bearer(reach.keys.getOrDefault("elsewhere", "")))
            .json()
            .path("valid")
            .asBoolean())
        .isTrue();
  }

  private static void sameVerdict(String platform, String mine, String others) {
    String body = "{\"platform\":\"" + platform + "\",\"lenient\":true,\"token\":\"";
    assertThat(
            reach.server.post(VERIFY, body + mine + "\"}").json().path("valid").asBoolean())
        .as(platform)
        .isTrue();
    reach.keys.forEach(
        (name, key) -> assertThat(told(reach.server.post(VERIFY, body + mine + "\"}", bearer(key))))
            .as(platform + " " + name)
            .isEqualTo(told(reach.server.post(VERIFY, body + others + "\"}", bearer(key))))
            .startsWith("200 {\"valid\":false"));
  }

  private static String minted(String kind, String members) {
    Answer answer = reach.server.post(MINT + kind, json(members));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("token").asText();
  }
}
