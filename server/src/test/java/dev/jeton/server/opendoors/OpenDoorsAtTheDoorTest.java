package dev.jeton.server.opendoors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.http.Throttle;
import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.HeldPolicies;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.policies.Tokens;
import dev.jeton.server.policies.Word;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDoorsAtTheDoorTest {
  private static final String ELSEWHERE = "Via: 1.1 proxy";
  private static final String SHOP = "Origin: https://www.example.com";
  private static final String EVIL = "Origin: https://evil.example";
  private static final String CHALLENGE = "/api/v1/open-doors/call-us/challenge";
  private static final String PLAIN =
      "{\"name\":\"call-us\",\"door\":\"GET /call/{room}\",\"policy\":\"id-of-lobby\"}";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  private static final Policies POLICIES = HeldPolicies.of(
      new Tokens(),
      "{\"name\":\"lobby\",\"platforms\":[\"agora\"],\"projects\":[\"shop\"],"
          + "\"when\":\"channel == 'lobby' && caller.name == 'anonymous'\"}");

  private final RecordingAudit audit = new RecordingAudit();
  private final Database database;
  private final OpenDoors open;
  private final ProofOfWork work;
  private TestServer server;

  OpenDoorsAtTheDoorTest(@TempDir Path folder) {
    database = Stores.database(Dialect.SQLITE, folder);
    work = Opened.work(database, CLOCK);
    open = new OpenDoors(new Guards(work, Optional.empty()));
    server = server(AccessSettings.Anonymous.NOBODY);
  }

  private TestServer server(AccessSettings.Anonymous anonymous) {
    return new TestServer(
        new AccessSettings(anonymous, List.of(), List.of(), List.of()),
        Throttle.NONE,
        open,
        audit,
        this::doors,
        List.of(),
        CLOCK);
  }

  private void doors(DoorRegistry doors) {
    doors.open(Door.get("/call/{room}", Need.MINT, OpenDoorsAtTheDoorTest::mint)
        .audited("test-mint", "agora")
        .errors((problem, id) ->
            Answer.json(problem.status(), Json.object(json -> json.put("error", problem.code()))))
        .openable());
    doors.open(
        Door.get("/other/{room}", Need.MINT, OpenDoorsAtTheDoorTest::mint).openable());
    doors.open(Door.get("/closed/{room}", Need.MINT, OpenDoorsAtTheDoorTest::mint));
    new ChallengeDoor(open, work).open(doors);
  }

  private static Answer mint(Call call) {
    POLICIES.require(
        call,
        () -> List.of(Asked.of("agora", "rtc", "shop", 60).with(Word.CHANNEL, call.path("room"))));
    return Answer.text(200, call.caller().getClass().getSimpleName())
        .audited(call.row("minted", null, Map.of("project", "shop")));
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @Test
  void aDoorThatNobodyOpenedAsksForAProof() throws IOException {
    assertThat(get("/call/lobby", ELSEWHERE).status()).isEqualTo(401);
  }

  @Test
  void openingOneDoorOpensNoOther() throws IOException {
    open(PLAIN);
    assertThat(get("/call/lobby", ELSEWHERE).body()).isEqualTo("Visitor");
    assertThat(get("/other/lobby", ELSEWHERE).status()).isEqualTo(401);
    assertThat(get("/closed/lobby", ELSEWHERE).status()).isEqualTo(401);
  }

  @Test
  void aDoorThatMayNotBeOpenedStaysClosedWhateverIsStored() throws IOException {
    open(PLAIN.replace("/call/", "/closed/"));
    assertThat(get("/closed/lobby", ELSEWHERE).status()).isEqualTo(401);
  }

  @Test
  void itsPolicyDecidesAndTheDoorKeepsItsErrors() throws IOException {
    open(PLAIN);
    WireAnswer refused = get("/call/cellar", ELSEWHERE);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).isEqualTo("{\"error\":\"not-permitted\"}");
  }

  @Test
  void whatIsMintedAndWhatIsRefusedIsAuditedAsAnonymousAndWithTheDoor() throws IOException {
    open(PLAIN);
    get("/call/lobby", ELSEWHERE);
    get("/call/cellar", ELSEWHERE);
    assertThat(audit.rows).singleElement().satisfies(row -> {
      assertThat(row.outcome()).isEqualTo("minted");
      assertThat(row.caller()).isEqualTo("anonymous");
      assertThat(row.details())
          .containsEntry("openDoor", "call-us")
          .containsEntry("project", "shop");
    });
    assertThat(audit.notes).singleElement().satisfies(row -> {
      assertThat(row.code()).isEqualTo("not-permitted");
      assertThat(row.caller()).isEqualTo("anonymous");
      assertThat(row.details()).containsEntry("openDoor", "call-us");
    });
  }

  @Test
  void aPolicyThatIsNotThereAllowsNothing() throws IOException {
    open(PLAIN.replace("id-of-lobby", "id-of-nothing"));
    assertThat(get("/call/lobby", ELSEWHERE).status()).isEqualTo(403);
  }

  @Test
  void itIsClosedFromTheAnswerOnThatClosedIt() throws IOException {
    open(PLAIN);
    assertThat(get("/call/lobby", ELSEWHERE).status()).isEqualTo(200);
    open(PLAIN.replace("{\"name", "{\"enabled\":false,\"name"));
    assertThat(get("/call/lobby", ELSEWHERE).status()).isEqualTo(401);
    open.hold(List.of());
    assertThat(get("/call/lobby", ELSEWHERE).status()).isEqualTo(401);
  }

  @Test
  void aProofIsLookedAtAllTheSame() throws IOException {
    open(PLAIN);
    assertThat(get("/call/cellar", ELSEWHERE, TestServer.PROOF).body()).isEqualTo("Operator");
    assertThat(get("/call/lobby", ELSEWHERE, "Authorization: Bearer wrong").status())
        .isEqualTo(401);
  }

  @Test
  void programsOnThisMachineAskAsTheyAlwaysMay() throws IOException {
    open(PLAIN);
    assertThat(get("/call/cellar").body()).isEqualTo("Local");
  }

  @Test
  void whereAnyoneMayAskAnOpenedDoorGivesWhatItsPolicyAllowsAndNoMore() throws IOException {
    server.close();
    server = server(AccessSettings.Anonymous.ANYONE);
    open(PLAIN);
    assertThat(get("/call/cellar", ELSEWHERE).status()).isEqualTo(403);
    assertThat(get("/other/cellar", ELSEWHERE).body()).isEqualTo("Anonymous");
  }

  @Test
  void pagesOfItsOriginsAloneMayAskAndReadTheAnswer() throws IOException {
    open(PLAIN.replace("{\"name", "{\"origins\":[\"https://www.example.com\"],\"name"));
    WireAnswer answer = get("/call/lobby", ELSEWHERE, SHOP);
    assertThat(answer.body()).isEqualTo("Visitor");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://www.example.com");
    WireAnswer refused = get("/call/cellar", ELSEWHERE, SHOP);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("https://www.example.com");
    for (String[] headers : new String[][] {
      {ELSEWHERE},
      {ELSEWHERE, EVIL},
      {ELSEWHERE, "Origin: null"},
      {ELSEWHERE, SHOP, EVIL},
      {ELSEWHERE, "Sec-Fetch-Site: cross-site"}
    }) {
      WireAnswer other = server.client.get("/call/lobby", headers);
      assertThat(other.status()).as(String.join(" ", headers)).isEqualTo(403);
      assertThat(other.body()).isEqualTo("{\"error\":\"foreign-origin\"}");
    }
    assertThat(get("/call/lobby", ELSEWHERE, "Sec-Fetch-Site: same-origin").status())
        .isEqualTo(200);
  }

  @Test
  void aPageOfItsOriginsIsAVisitorOnThisMachineTooAndAnyOtherPageIsKeptOut() throws IOException {
    open(PLAIN.replace("{\"name", "{\"origins\":[\"https://www.example.com\"],\"name"));
    assertThat(get("/call/lobby", SHOP).body()).isEqualTo("Visitor");
    assertThat(get("/call/cellar", SHOP).status()).isEqualTo(403);
    assertThat(get("/call/lobby", EVIL).status()).isEqualTo(403);
  }

  @Test
  void aBrowserMayAskWhetherItMaySendTheGuardsHeaders() throws IOException {
    open(PLAIN.replace("{\"name", "{\"origins\":[\"https://www.example.com\"],\"name"));
    WireAnswer answer = preflight("/call/lobby", SHOP);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://www.example.com");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("Jeton-Proof-Of-Work", "Jeton-Captcha");
    assertThat(preflight("/call/lobby", EVIL).status()).isEqualTo(403);
    assertThat(preflight("/other/lobby", SHOP).status()).isEqualTo(403);
    for (String method : List.of("", "POST", "nonsense")) {
      String request = server.client.head(
          "OPTIONS", "/call/lobby", ELSEWHERE, SHOP, "Access-Control-Request-Method: " + method);
      assertThat(server.client.send(request + "\r\n").status()).as(method).isEqualTo(403);
    }
  }

  @Test
  void aProofOfWorkIsAskedForAndTakenOnce() throws IOException {
    open(PLAIN.replace("{\"name", "{\"guard\":\"proof-of-work\",\"difficulty\":1000,\"name"));
    WireAnswer without = get("/call/lobby", ELSEWHERE);
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.body()).isEqualTo("{\"error\":\"proof-of-work-needed\"}");
    assertThat(audit.notes).last().satisfies(row -> {
      assertThat(row.code()).isEqualTo("POW_MISSING");
      assertThat(row.caller()).isEqualTo("anonymous");
    });
    WireAnswer challenge = get(CHALLENGE, ELSEWHERE);
    assertThat(challenge.status()).isEqualTo(200);
    assertThat(challenge.header("Cache-Control")).isEqualTo("no-store");
    String header = "Jeton-Proof-Of-Work: " + Opened.solved(challenge.body());
    assertThat(get("/call/lobby", ELSEWHERE, header).body()).isEqualTo("Visitor");
    assertThat(get("/call/lobby", ELSEWHERE, header).status()).isEqualTo(403);
    assertThat(audit.notes).last().matches(row -> "POW_USED".equals(row.code()));
  }

  @Test
  void pagesOfItsOriginsMayReadTheChallenge() throws IOException {
    open(PLAIN.replace(
        "{\"name",
        "{\"guard\":\"proof-of-work\",\"origins\":[\"https://www.example.com\"],\"name"));
    assertThat(get(CHALLENGE, ELSEWHERE, SHOP).header("Access-Control-Allow-Origin"))
        .isEqualTo("https://www.example.com");
    assertThat(get(CHALLENGE, ELSEWHERE, EVIL).header("Access-Control-Allow-Origin"))
        .isNull();
  }

  @Test
  void aDoorWithoutThatGuardHasNoChallenge() throws IOException {
    open(PLAIN);
    assertThat(get(CHALLENGE, ELSEWHERE).status()).isEqualTo(404);
    assertThat(get("/api/v1/open-doors/other/challenge", ELSEWHERE).status()).isEqualTo(404);
  }

  @Test
  void aCaptchaThatNobodyCanCheckLetsNobodyIn() throws IOException {
    open(PLAIN.replace("{\"name", "{\"guard\":\"captcha\",\"name"));
    WireAnswer answer = get("/call/lobby", ELSEWHERE, "Jeton-Captcha: x");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"error\":\"guard-unavailable\"}");
  }

  private void open(String json) {
    open.hold(List.of(Opened.door(json)));
  }

  private WireAnswer get(String path, String... headers) throws IOException {
    return server.client.get(path, headers);
  }

  private WireAnswer preflight(String path, String origin) throws IOException {
    return server.client.send(
        server.client.head("OPTIONS", path, ELSEWHERE, origin, "Access-Control-Request-Method: GET")
            + "\r\n");
  }
}
