package dev.jeton.server.opendoors;

import static dev.jeton.server.admin.AdminServer.code;
import static dev.jeton.server.admin.AdminServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Need;
import dev.jeton.server.admin.AdminServer;
import dev.jeton.server.callers.NamedKind;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.OpenableDoors;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open doors as operators administer them, with a stand-in for the policies. */
class OpenDoorAdministrationTest {
  private static final String DOORS = "/api/v1/open-doors";
  private static final String CALL_US =
      "{\"name\":\"call-us\",\"door\":\"GET /callparameters\",\"policy\":\"HELP-DESK\"}";

  private final OpenDoors open;
  private final AdminServer server;
  private final Database database;

  OpenDoorAdministrationTest(@TempDir Path folder) {
    database = Stores.database(Dialect.SQLITE, folder);
    open =
        new OpenDoors(new Guards(Opened.work(database, () -> AdminServer.START), Optional.empty()));
    OpenableDoors openable = new OpenableDoors();
    DoorRegistry doors = new DoorRegistry();
    doors.open(Door.get("/callparameters", Need.MINT, call -> Answer.empty(204)).openable());
    doors.open(Door.get("/rtm/{uid}/", Need.MINT, call -> Answer.empty(204)).openable());
    doors.open(Door.get("/never", Need.MINT, call -> Answer.empty(204)));
    openable.hold(doors);
    server = new AdminServer(
        database, List.of(new OpenDoorKind(open, openable), new NamedKind("policy")), List.of());
  }

  @BeforeEach
  void createAPolicy() {
    assertThat(post("/api/v1/policy", "{\"name\":\"help-desk\"}").statusCode()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void oneIsOpenFromTheAnswerOnWithTheDefaultLimits() {
    Fields made = json(post(DOORS, CALL_US));
    assertThat(made.text("policyName")).isEqualTo("help-desk");
    assertThat(made.whole("perNetwork", 0, 1000)).isEqualTo(10);
    assertThat(made.whole("inTotal", 0, 1000)).isEqualTo(300);
    assertThat(made.text("guard")).isEqualTo("none");
    assertThat(made.texts("warnings")).anyMatch(line -> line.contains("whoever finds it"));
    assertThat(open.of("GET /callparameters")).isPresent();
    assertThat(open.count()).isEqualTo(1);
  }

  @Test
  void onlyDoorsThatMayBeOpenedAreAndTheAnswerNamesThem() {
    for (String door : List.of("GET /never", "GET /nowhere", "POST /callparameters")) {
      HttpResponse<String> refused = post(DOORS, CALL_US.replace("GET /callparameters", door));
      assertThat(code(refused)).as(door).isEqualTo("400 door-stays-closed");
      assertThat(refused.body()).contains("GET /callparameters, GET /rtm/{uid}/");
    }
    Fields made = json(post(DOORS, CALL_US.replace("/callparameters", "/rtm/{uid}")));
    assertThat(made.text("door")).isEqualTo("GET /rtm/{uid}/");
  }

  @Test
  void aDoorIsOpenedUnderOneNameOnly() {
    post(DOORS, CALL_US);
    assertThat(post(DOORS, CALL_US.replace("call-us", "another")).statusCode()).isEqualTo(409);
  }

  @Test
  void thePolicyIsNeededAndIsNotDeletedMeanwhile() {
    assertThat(code(post(DOORS, CALL_US.replace("HELP-DESK", "other"))))
        .isEqualTo("400 unknown-policy");
    assertThat(post(DOORS, CALL_US.replace(",\"policy\":\"HELP-DESK\"", "")).statusCode())
        .isEqualTo(400);
    post(DOORS, CALL_US);
    assertThat(code(server.send("DELETE", "/api/v1/policy/help-desk", ""))).isEqualTo("409 in-use");
  }

  @Test
  void noLimitCanBeLeftOut() {
    for (String limit : List.of("\"perNetwork\":0", "\"inTotal\":0", "\"perNetwork\":-1")) {
      assertThat(post(DOORS, CALL_US.replace("{", "{" + limit + ",")).statusCode())
          .as(limit)
          .isEqualTo(400);
    }
  }

  @Test
  void originsAreExact() {
    for (String origin : List.of(
        "*", "https://www.example.com/", "www.example.com", "https://WWW.example.com", "null")) {
      String body = CALL_US.replace("{", "{\"origins\":[\"" + origin + "\"],");
      assertThat(code(post(DOORS, body))).as(origin).isEqualTo("400 wrong-member");
    }
  }

  @Test
  void aCaptchaNeedsAProvider() {
    assertThat(code(post(DOORS, CALL_US.replace("{", "{\"guard\":\"captcha\","))))
        .isEqualTo("400 no-captcha-provider");
  }

  @Test
  void whoeverAsksForAProofOfWorkIsToldWhereToGetAChallenge() {
    Fields made = json(post(DOORS, CALL_US.replace("{", "{\"guard\":\"proof-of-work\",")));
    assertThat(made.text("challengePath")).isEqualTo("/api/v1/open-doors/call-us/challenge");
  }

  @Test
  void closingAndDeletingClose() {
    post(DOORS, CALL_US);
    server.send("PATCH", DOORS + "/call-us", "{\"enabled\":false}");
    assertThat(open.of("GET /callparameters")).isEmpty();
    server.send("PATCH", DOORS + "/call-us", "{\"enabled\":true}");
    assertThat(open.of("GET /callparameters")).isPresent();
    assertThat(server.send("DELETE", DOORS + "/call-us", "").statusCode()).isEqualTo(204);
    assertThat(database.<List<String>>read(handle ->
            handle.select("SELECT what FROM revocations").mapTo(String.class).list()))
        .as("an older backup brings it back closed")
        .containsExactly("spec.enabled");
    assertThat(open.of("GET /callparameters")).isEmpty();
  }

  @Test
  void itIsOnTheDiskWhoOpenedWhat() {
    post(DOORS, CALL_US);
    assertThat(server.audit.rows).last().satisfies(row -> {
      assertThat(row.event()).isEqualTo("open-door-create");
      assertThat(row.caller()).isEqualTo("operator");
      assertThat(row.details()).containsEntry("name", "call-us");
    });
  }

  @Test
  void theStoreTellsWithoutAServerWhetherADoorIsOpen() {
    post(DOORS, CALL_US);
    assertThat(OpenDoorsInStore.any(documents())).isTrue();
    server.send("PATCH", DOORS + "/call-us", "{\"enabled\":false}");
    assertThat(OpenDoorsInStore.any(documents())).isFalse();
    assertThat(OpenDoorsInStore.any(List.of("{}", "{\"spec\":{\"name\":\"x\"}}")))
        .isFalse();
  }

  private List<String> documents() {
    return server.snapshot.entries().stream()
        .filter(entry -> entry.id().kind().equals(OpenDoorsInStore.KIND))
        .map(entry -> entry.document())
        .toList();
  }

  private HttpResponse<String> post(String path, String body) {
    return server.send("POST", path, body);
  }
}
