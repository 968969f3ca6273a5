package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.Refused;
import dev.jeton.server.http.TestServer;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitedDoorsTest {
  private static final String ELSEWHERE = "Via: 1.1 proxy";
  private static final String WRONG = "Authorization: Bearer something-else-0123456789-0123456789";

  private final Map<Limit, Integer> rates = new EnumMap<>(Limit.class);
  private final RecordingAudit audit = new RecordingAudit();
  private final TestServer server = new TestServer(
      new AccessSettings(AccessSettings.Anonymous.ANYONE, List.of(), List.of(), List.of()),
      new Limits(() -> new Rates(rates, true), 100, () -> 0),
      audit,
      LimitedDoorsTest::open);

  private static final List<String> SIGNED = new CopyOnWriteArrayList<>();

  private static void open(DoorRegistry doors) {
    doors.open(Door.get(
            "/mint",
            Need.MINT,
            call -> Answer.text(200, "token").audited(call.row("minted", null, Map.of())))
        .audited("test-mint", "test"));
    doors.open(Door.get("/verify", Need.VERIFY, call -> Answer.text(200, "valid")));
    doors.open(Door.get("/users/{user}", Need.MINT, call -> {
      call.countFor(call.path("user"));
      return Answer.text(200, "token");
    }));
    doors.open(Door.get("/batch/{size}", Need.MINT, call -> {
      call.countMore(Integer.parseInt(call.path("size")) - 1);
      return Answer.text(200, "tokens");
    }));
    doors.open(Door.get(
        "/together/{users}",
        Need.MINT,
        call -> call.countTogether(() -> {
          for (String user : call.path("users").split("-", -1)) {
            call.countFor(user);
          }
          return Answer.text(200, "tokens");
        })));
    doors.open(Door.get(
        "/each/{users}",
        Need.MINT,
        call -> call.countTogether(() -> {
          for (String user : call.path("users").split("-", -1)) {
            mint(call, user);
          }
          return Answer.text(200, "tokens");
        })));
    doors.open(Door.get("/open", Need.OPEN, call -> Answer.text(200, "here")));
  }

  /** As a batch does it: whom it refuses holds up no other. */
  private static void mint(Call call, String user) {
    try {
      call.countFor(user);
      SIGNED.add(user);
    } catch (Refused e) {
      // Told with the item's answer.
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsTooMuchIsToldWithTheTimeToWait() throws IOException {
    rates.put(Limit.MINT, 1);
    server.client.get("/mint");
    WireAnswer answer = server.client.get("/mint");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("60");
    assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"mint\";q=1;w=60");
    assertThat(answer.header("RateLimit")).isEqualTo("\"mint\";r=0;t=60");
    assertThat(answer.body())
        .contains(
            "\"code\":\"too-many-requests\"",
            "there are too many mint requests of one caller: the limit is 1 in 60 seconds; try"
                + " again in 60 seconds");
  }

  @Test
  void whatIsTooMuchIsRecordedAfterwardsSoThatTheLogCannotBeFlooded() throws IOException {
    rates.put(Limit.MINT, 1);
    rates.put(Limit.VERIFY, 1);
    for (String path : List.of("/mint", "/mint", "/verify", "/verify")) {
      server.client.get(path);
    }
    assertThat(audit.rows).singleElement().matches(row -> row.outcome().equals("minted"));
    assertThat(audit.notes)
        .extracting(row -> row.event() + " " + row.code() + " " + row.caller())
        .containsExactly("test-mint limit-mint local", "verify limit-verify local");
  }

  @Test
  void answersTellHowMuchIsLeftOfEachLimit() throws IOException {
    rates.put(Limit.MINT, 60);
    rates.put(Limit.USER, 30);
    WireAnswer answer = server.client.get("/users/alice");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("RateLimit-Policy"))
        .isEqualTo("\"mint\";q=60;w=60, \"user\";q=30;w=60");
    assertThat(answer.header("RateLimit")).isEqualTo("\"mint\";r=59;t=1, \"user\";r=29;t=2");
    assertThat(answer.header("Retry-After")).isNull();
  }

  @Test
  void answersThatNoLimitConcernsTellOfNone() throws IOException {
    rates.put(Limit.MINT, 60);
    assertThat(server.client.get("/verify").header("RateLimit")).isNull();
    assertThat(server.client.get("/open").header("RateLimit")).isNull();
  }

  @Test
  void nothingMoreIsSignedOnceAUserHasTooMuch() throws IOException {
    rates.put(Limit.USER, 3);
    SIGNED.clear();
    assertThat(server.client.get("/each/alice-alice").status()).isEqualTo(200);
    WireAnswer refused = server.client.get("/each/bob-alice-alice-carol-alice");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).as("until all three fit").isEqualTo("40");
    assertThat(SIGNED).containsExactly("alice", "alice", "bob", "alice");
    assertThat(server.client.get("/each/bob-bob-bob-carol").status()).isEqualTo(200);
  }

  @Test
  void aUserWhoHasEnoughDoesNotHoldUpOthers() throws IOException {
    rates.put(Limit.USER, 1);
    assertThat(server.client.get("/users/alice").status()).isEqualTo(200);
    assertThat(server.client.get("/users/alice").status()).isEqualTo(429);
    assertThat(server.client.get("/users/bob").status()).isEqualTo(200);
  }

  @Test
  void aRequestForSeveralThingsCountsForEach() throws IOException {
    rates.put(Limit.MINT, 5);
    assertThat(server.client.get("/batch/1").header("RateLimit")).startsWith("\"mint\";r=4;");
    assertThat(server.client.get("/batch/3").header("RateLimit")).startsWith("\"mint\";r=1;");
    WireAnswer tooMuch = server.client.get("/batch/6");
    assertThat(tooMuch.status()).isEqualTo(400);
    assertThat(tooMuch.body()).contains("batch-too-large", "ask for fewer at once");
    assertThat(tooMuch.header("Retry-After")).isNull();
  }

  @Test
  void usersOfOneRequestAreCountedAllOrNone() throws IOException {
    rates.put(Limit.USER, 3);
    assertThat(server.client.get("/together/ann-bob-ann").header("RateLimit"))
        .isEqualTo("\"user\";r=1;t=40");
    WireAnswer refused = server.client.get("/together/bob-ann-bob-ann");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("20");
    assertThat(server.client.get("/together/bob-bob-ann").status()).isEqualTo(200);
    assertThat(server.client.get("/together/eve-eve-eve").status()).isEqualTo(200);
  }

  @Test
  void whatNoTimeLetsInIsABadRequest() throws IOException {
    rates.put(Limit.USER, 3);
    WireAnswer refused = server.client.get("/together/ann-ann-bob-ann-ann");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("batch-too-large", "too many tokens for one user");
    assertThat(server.client.get("/together/ann-ann-bob-ann").status()).isEqualTo(200);
  }

  @Test
  void afterTooManyWrongProofsARightOneIsNotLookedAtEither() throws IOException {
    rates.put(Limit.WRONG_PROOFS, 2);
    assertThat(server.client.get("/mint", ELSEWHERE, WRONG).status()).isEqualTo(401);
    assertThat(server.client.get("/q/metrics", ELSEWHERE, WRONG).status()).isEqualTo(401);
    for (String proof : List.of(WRONG, TestServer.PROOF)) {
      WireAnswer answer = server.client.get("/mint", ELSEWHERE, proof);
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.header("Retry-After")).isEqualTo("30");
      assertThat(answer.body()).contains("too many wrong proofs from one network");
    }
    assertThat(audit.notes).last().matches(row -> "limit-wrong-proofs".equals(row.code()));
  }

  @Test
  void wrongProofsKeepOutNobodyWhoNeedsNone() throws IOException {
    rates.put(Limit.WRONG_PROOFS, 1);
    server.client.get("/mint", ELSEWHERE, WRONG);
    assertThat(server.client.get("/mint", ELSEWHERE).status()).isEqualTo(200);
    assertThat(server.client.get("/open", ELSEWHERE, WRONG).status()).isEqualTo(200);
  }

  @Test
  void aRequestThatIsRefusedAnywayIsNotCounted() throws IOException {
    rates.put(Limit.MINT, 1);
    assertThat(server.client.get("/mint", "Origin: https://evil.example").status())
        .isEqualTo(403);
    assertThat(server.client.get("/mint").status()).isEqualTo(200);
  }
}
