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
import java.io.IOException;
import java.nio.file.Path;
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
        "agora/rtc    |"
            + " 'project':'NAME','channel':'c','uid':1,'role':'publisher','ttlSeconds':99999 |"
            + " default",
        "kandy        | 'realm':'NAME','to':'help@example.com'                    |"
            + " desk.example.com",
        "kandy        | 'realm':'NAME','to':'nobody@example.com'                  |"
            + " desk.example.com",
        "kandy/redeem | 'realm':'NAME',"
            + "SET                                   | desk.example.com",
        "sunbird      | 'key':'NAME'                                              | default",
        "sunbird      | 'key':'NAME','ttlSeconds':9999999                         | " + KEY,
        "batch        | 'requests':[{'platform':'agora','kind':'rtm','project':'NAME','user':'u'}]"
            + " | default"
      })
  void aNameOutOfReachIsAsUnknownToMinting(String kind, String members, String hidden) {
    String body = json(members);
    reach.same(MINT + kind, body, hidden);
    Answer local = reach.server.post(MINT + kind, body.replace("NAME", hidden));
    assertThat(local.body()).doesNotContain("unknown-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "ISSUER"})
  void anIssuerOutOfReachGivesNoChallenge(String hidden) {
    reach.same(
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
    for (String key : reach.keys.values()) {
      assertThat(told(reach.server.get(path.replace("NAME", "default"), bearer(key))))
          .isEqualTo(told(reach.server.get(path.replace("NAME", "defaulX"), bearer(key))))
          .startsWith("404 ");
    }
    assertThat(reach.server.get(path.replace("NAME", "default")).status()).isNotEqualTo(404);
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
    reach.same(path + "?project=NAME", json(members), "default");
  }

  @Test
  void neitherRealmsNorCallsByNameAreToldOf() {
    for (String key : reach.keys.values()) {
      assertThat(told(reach.server.get("/token?identifier=front", bearer(key))))
          .isEqualTo(told(reach.server.get("/token?identifier=frontX", bearer(key))))
          .startsWith("404 ");
      assertThat(told(reach.server.get("/callparameters?realm=desk.example.com", bearer(key))))
          .isEqualTo(told(reach.server.get("/callparameters?realm=desk.example.coX", bearer(key))))
          .startsWith("404 ");
    }
    assertThat(reach.server.get("/token?identifier=front").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'platform':'agora','project':'NAME','token':'007x'                         | default",
        "'platform':'agora','context':{'appId':'NAME'},'token':'007x'               | " + APP_ID,
        "'platform':'agora','appId':'NAME'                                          | " + APP_ID,
        "'platform':'kandy','realm':'NAME','token':'x'                              |"
            + " desk.example.com",
        "'platform':'kandy','context':{'realm':'NAME'},SET                          |"
            + " desk.example.com",
        "'platform':'hub','token':'x','context':{'issuer':'NAME'}                   | default",
        "'platform':'sunbird','token':'x','key':'NAME'                              | default",
        "'platform':'sunbird','token':'x','context':{'key':'NAME'}                  | " + KEY
      })
  void aNameOutOfReachIsAsUnknownToVerifying(String members, String hidden) {
    reach.same(VERIFY, json(members), hidden);
    Answer local = reach.server.post(VERIFY, json(members).replace("NAME", hidden));
    assertThat(local.status()).as(local.body()).isEqualTo(200);
  }
}
