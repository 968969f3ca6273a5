package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request with the cookie of a session must bring besides, and how fresh it must be. */
class SessionProofTest {
  private static final String CURRENT = "/api/v1/sessions/current";
  private static final String UNLOCK = PersonKind.PATH + "/olga/unlock";
  private static final String BOB = "{\"name\":\"bob\"}";
  private static final String PROOF = "{\"password\":\"" + PeopleServer.PASSWORD + "\"}";

  @TempDir
  private Path folder;

  private PeopleServer server;
  private Browser olga;

  @BeforeEach
  void start() {
    server = new PeopleServer(Stores.database(Dialect.SQLITE, folder));
    olga = server.signedIn("olga", "operator");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPageOfThisServerWithTheCsrfOfTheSessionMayChangeThings() {
    assertThat(olga.code("POST", UNLOCK, "{}")).isEqualTo("204");
    assertThat(
            olga.without("Origin").with("Sec-Fetch-Site", "same-origin").code("POST", UNLOCK, "{}"))
        .isEqualTo("204");
  }

  @Test
  void withoutTheCsrfOfThisSessionNothingIsChanged() {
    assertThat(olga.without("Jeton-Csrf").code("POST", UNLOCK, "{}")).isEqualTo("403 csrf");
    Browser other = server.browser();
    other.signIn("olga", PeopleServer.PASSWORD);
    assertThat(olga.with("Jeton-Csrf", other.header("Jeton-Csrf")).code("POST", UNLOCK, "{}"))
        .isEqualTo("403 csrf");
    assertThat(olga.without("Jeton-Csrf").code("DELETE", PersonKind.PATH + "/olga", ""))
        .isEqualTo("403 csrf");
    assertThat(olga.without("Jeton-Csrf").code("GET", CURRENT, "")).isEqualTo("200");
  }

  @Test
  void aRequestThatDoesNotShowItsPageChangesNothing() {
    assertThat(olga.without("Origin").code("POST", UNLOCK, "{}")).isEqualTo("403 foreign-page");
    for (String site : new String[] {"none", "same-site", "cross-site"}) {
      assertThat(olga.without("Origin").with("Sec-Fetch-Site", site).code("POST", UNLOCK, "{}"))
          .as(site)
          .isEqualTo("403 foreign-page");
    }
  }

  @Test
  void aForeignPageGetsNothingWithTheCookie() {
    for (String origin : new String[] {"https://evil.example", "http://localhost:1", "null"}) {
      Browser foreign = olga.with("Origin", origin);
      assertThat(foreign.code("GET", CURRENT, "")).as(origin).isEqualTo("403 foreign-page");
      assertThat(foreign.code("POST", UNLOCK, "{}")).as(origin).isEqualTo("403 foreign-page");
    }
    assertThat(olga.without("Origin").with("Sec-Fetch-Site", "same-site").code("GET", CURRENT, ""))
        .isEqualTo("403 foreign-page");
  }

  @Test
  void aWrongCookieIsNotIgnoredAndTwoAreWrong() {
    assertThat(server.browser().with("Cookie", "jeton=guessed").code("GET", CURRENT, ""))
        .isEqualTo("401 session-ended");
    String twice = olga.header("Cookie") + "; jeton=planted";
    assertThat(olga.with("Cookie", twice).code("GET", CURRENT, "")).isEqualTo("401 session-ended");
    String among = "theme=dark; " + olga.header("Cookie") + "; xjeton=1";
    assertThat(olga.with("Cookie", among).code("GET", CURRENT, "")).isEqualTo("200");
  }

  @Test
  void anAuthorizationHeaderGoesBeforeTheCookie() {
    Browser both = olga.with("Authorization", TestServer.PROOF.substring(15));
    assertThat(both.code("GET", CURRENT, "")).isEqualTo("409 no-session");
    assertThat(olga.with("Authorization", "Bearer wrong").code("GET", CURRENT, ""))
        .isEqualTo("401 wrong-proof");
  }

  @Test
  void whatIsDangerousTakesAPasswordOfTheLastFiveMinutes() {
    server.now = server.now.plus(Duration.ofMinutes(5)).minusSeconds(1);
    assertThat(olga.code("POST", PersonKind.PATH, BOB)).isEqualTo("201");
    server.now = server.now.plusSeconds(1);
    assertThat(olga.code("DELETE", PersonKind.PATH + "/bob", "")).isEqualTo("403 proof-not-fresh");
    assertThat(olga.code("PATCH", PersonKind.PATH + "/bob", "{\"roles\":[\"operator\"]}"))
        .isEqualTo("403 proof-not-fresh");
    assertThat(olga.code("POST", PersonKind.PATH + "/bob/link", "{}"))
        .isEqualTo("403 proof-not-fresh");
    assertThat(olga.code("POST", "/api/v1/apply", "{\"yaml\":\"\"}"))
        .isEqualTo("403 proof-not-fresh");
    assertThat(olga.code("POST", UNLOCK, "{}")).isEqualTo("204");
    assertThat(olga.code("POST", CURRENT + "/prove", PROOF)).isEqualTo("200");
    assertThat(olga.code("DELETE", PersonKind.PATH + "/bob", "")).isEqualTo("204");
  }

  @Test
  void aProofCountsOnTheOtherNodesToo() {
    PeopleServer other = new PeopleServer(server.database());
    server.now = server.now.plus(Duration.ofMinutes(6));
    other.now = server.now;
    assertThat(olga.at(other).code("POST", PersonKind.PATH, BOB)).isEqualTo("403 proof-not-fresh");
    olga.done("POST", CURRENT + "/prove", PROOF);
    assertThat(other.snapshot.refresh()).isTrue();
    assertThat(olga.at(other).code("POST", PersonKind.PATH, BOB)).isEqualTo("201");
    other.stop();
  }

  @Test
  void ofThoseWhoSignedInOperatorsAloneHaveTokensMinted() {
    assertThat(olga.code("POST", "/mint", "{}")).isEqualTo("200");
    for (String role : new String[] {"approver", "auditor", "developer"}) {
      assertThat(server.signedIn("a-" + role, role).code("POST", "/mint", "{}"))
          .as(role)
          .isEqualTo("403 not-allowed");
    }
  }

  @Test
  void whoChangesTheOwnPasswordStaysSignedInHereAlone() {
    Browser elsewhere = server.browser();
    elsewhere.signIn("olga", PeopleServer.PASSWORD);
    String path = CURRENT + "/password";
    assertThat(olga.code(
            "POST", path, "{\"password\":\"wrong\",\"newPassword\":\"other words than before\"}"))
        .isEqualTo("403 wrong-password");
    assertThat(olga.code(
            "POST",
            path,
            "{\"password\":\"" + PeopleServer.PASSWORD + "\",\"newPassword\":\"short\"}"))
        .isEqualTo("400 weak-password");
    assertThat(olga.code(
            "POST",
            path,
            "{\"password\":\"" + PeopleServer.PASSWORD
                + "\",\"newPassword\":\"other words than before\"}"))
        .isEqualTo("204");
    assertThat(olga.code("GET", CURRENT, "")).isEqualTo("200");
    assertThat(elsewhere.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
    assertThat(server.browser().signIn("olga", PeopleServer.PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(server.browser().signIn("olga", "other words than before").statusCode())
        .isEqualTo(200);
  }
}
