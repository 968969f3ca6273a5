package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
  private static final String ENDED = "401 link-ended";

  @TempDir
  private Path folder;

  private PeopleServer server;

  @BeforeEach
  void start() {
    server = new PeopleServer(Stores.database(Dialect.SQLITE, folder));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String firstLink() {
    List<String> lines = server.first.lines(server.address());
    assertThat(lines).hasSize(1);
    return lines.get(0).replaceAll("^first operator: (\\S+) .*", "$1");
  }

  private static String first(String link, String name, String password) {
    return "{\"secret\":\"" + link.substring(link.indexOf('#') + 1) + "\",\"name\":\"" + name
        + "\",\"password\":\"" + password + "\"}";
  }

  private String link(String name) {
    return server
        .operator()
        .done("POST", PersonKind.PATH + "/" + name + "/link", "{}")
        .text("link");
  }

  @Test
  void theFirstLinkMakesAnOperatorOnce() {
    String link = firstLink();
    assertThat(link).startsWith(server.address() + "/welcome#first-");
    Browser browser = server.browser();
    assertThat(browser.code("POST", "/welcome", first(link, "olga", PeopleServer.PASSWORD)))
        .isEqualTo("200");
    browser.signIn("olga", PeopleServer.PASSWORD);
    assertThat(browser.done("GET", "/api/v1/sessions/current", "").texts("roles"))
        .containsExactly("operator");
    assertThat(server.browser().code("POST", "/welcome", first(link, "eve", PeopleServer.PASSWORD)))
        .isEqualTo(ENDED);
    assertThat(server.first.lines(server.address())).isEmpty();
  }

  @Test
  void theFirstLinkCountsForFifteenMinutes() {
    String link = firstLink();
    server.now = PeopleServer.START.plus(Duration.ofMinutes(15)).minusSeconds(1);
    assertThat(server.browser().code("POST", "/welcome", first(link, "olga", "too short")))
        .isEqualTo("400 weak-password");
    server.now = PeopleServer.START.plus(Duration.ofMinutes(15));
    assertThat(
            server.browser().code("POST", "/welcome", first(link, "olga", PeopleServer.PASSWORD)))
        .isEqualTo(ENDED);
  }

  @Test
  void aPasswordThatIsRefusedLeavesTheFirstLink() {
    String link = firstLink();
    assertThat(server.browser().code("POST", "/welcome", first(link, "olga", "too short")))
        .isEqualTo("400 weak-password");
    server.audit.broken = true;
    assertThat(
            server.browser().code("POST", "/welcome", first(link, "olga", PeopleServer.PASSWORD)))
        .isEqualTo("503 audit-unavailable");
    server.audit.broken = false;
    assertThat(
            server.browser().code("POST", "/welcome", first(link, "olga", PeopleServer.PASSWORD)))
        .isEqualTo("200");
  }

  @Test
  void theFirstLinkIsForThisMachineAlone() {
    String link = firstLink();
    assertThat(server
            .browser()
            .with("Via", "1.1 proxy")
            .code("POST", "/welcome", first(link, "olga", PeopleServer.PASSWORD)))
        .isEqualTo("401 not-from-here");
    assertThat(server.audit.notes).extracting(AuditRow::code).contains("FIRST_LINK_FROM_AFAR");
  }

  @Test
  void thereIsNoFirstLinkWhereThisMachineIsNotReachedOrSomebodyIsThere() {
    assertThat(server.first.lines("http://10.0.0.5:8080"))
        .singleElement()
        .asString()
        .doesNotContain("welcome");
    server.make("alice", "auditor");
    assertThat(server.first.lines(server.address())).isEmpty();
  }

  @Test
  void ofTwoServersOnOneStoreTheFirstLinkOfOneCounts() {
    PeopleServer other = new PeopleServer(server.database());
    String link = firstLink();
    String others =
        other.first.lines(other.address()).get(0).replaceAll("^first operator: (\\S+) .*", "$1");
    assertThat(
            server.browser().code("POST", "/welcome", first(link, "olga", PeopleServer.PASSWORD)))
        .isEqualTo("200");
    assertThat(
            other.browser().code("POST", "/welcome", first(others, "eve", PeopleServer.PASSWORD)))
        .isEqualTo(ENDED);
    other.stop();
  }

  @Test
  void ofManyWhoUseTheFirstLinkAtOnceOneSucceeds() {
    String link = firstLink();
    List<CompletableFuture<String>> all = IntStream.range(0, 6)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> server
            .browser()
            .code("POST", "/welcome", first(link, "olga" + i, PeopleServer.PASSWORD))))
        .toList();
    assertThat(all.stream().map(CompletableFuture::join).filter("200"::equals)).hasSize(1);
    assertThat(server.operator().done("GET", PersonKind.PATH, "").whole("total", 0, 9))
        .isEqualTo(1);
  }

  @Test
  void aLinkCountsOnceForADayAndOnlyTheLastOne() {
    server.operator().done("POST", PersonKind.PATH, "{\"name\":\"alice\"}");
    String earlier = link("alice");
    String link = link("alice");
    String other = "some other four words";
    assertThat(server.browser().code("POST", "/welcome", PeopleServer.welcome(earlier, other)))
        .isEqualTo(ENDED);
    server.now = PeopleServer.START.plus(Duration.ofHours(24)).minusSeconds(1);
    assertThat(server.browser().code("POST", "/welcome", PeopleServer.welcome(link, "alice")))
        .isEqualTo("400 weak-password");
    assertThat(server.browser().code("POST", "/welcome", PeopleServer.welcome(link, other)))
        .isEqualTo("200");
    assertThat(server.browser().code("POST", "/welcome", PeopleServer.welcome(link, other)))
        .isEqualTo(ENDED);
    String last = link("alice");
    server.now = server.now.plus(Duration.ofHours(24));
    assertThat(server.browser().code("POST", "/welcome", PeopleServer.welcome(last, other)))
        .isEqualTo(ENDED);
  }

  @Test
  void whoChoosesAPasswordAnewIsSignedOutEverywhereAndUnlocked() {
    Browser alice = server.signedIn("alice", "auditor");
    for (int i = 0; i < 10; i++) {
      server.browser().signIn("alice", "wrong password " + i);
    }
    String body = PeopleServer.welcome(link("alice"), "some other four words");
    assertThat(server.browser().code("POST", "/welcome", body)).isEqualTo("200");
    assertThat(alice.code("GET", "/api/v1/sessions/current", "")).isEqualTo("401 session-ended");
    assertThat(server.browser().signIn("alice", PeopleServer.PASSWORD).statusCode())
        .isEqualTo(401);
    assertThat(server.browser().signIn("alice", "some other four words").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whoIsSwitchedOffCannotUseALink() {
    server.operator().done("POST", PersonKind.PATH, "{\"name\":\"alice\"}");
    String link = link("alice");
    server.operator().done("PATCH", PersonKind.PATH + "/alice", "{\"enabled\":false}");
    assertThat(server
            .browser()
            .code("POST", "/welcome", PeopleServer.welcome(link, PeopleServer.PASSWORD)))
        .isEqualTo(ENDED);
  }

  @Test
  void aLinkIsNotMailedWithoutAMailServer() {
    server
        .operator()
        .done("POST", PersonKind.PATH, "{\"name\":\"alice\",\"mail\":\"a@b.example\"}");
    assertThat(server.operator().code("POST", PersonKind.PATH + "/alice/link", "{\"mail\":true}"))
        .isEqualTo("409 cannot-mail");
  }
}
