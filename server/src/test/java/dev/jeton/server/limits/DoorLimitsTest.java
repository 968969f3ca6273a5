package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Opening;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.Refused;
import dev.jeton.server.http.TestServer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What limits those who bring no proof at doors that are open, or that compute much. */
class DoorLimitsTest {
  private static final String PASS = "X-Pass: yes";

  private final RecordingAudit audit = new RecordingAudit();
  private final TestServer server = new TestServer(
      TestServer.behindProxy(),
      new Limits(() -> new Rates(Map.of(Limit.NETWORK, 1, Limit.SIGN_IN, 2), false), 100, () -> 0),
      door -> Optional.of(new Guarded()),
      audit,
      DoorLimitsTest::open,
      List.of(),
      InstantSource.fixed(Instant.EPOCH));

  private static void open(DoorRegistry doors) {
    doors.open(Door.get("/call", Need.MINT, call -> Answer.text(200, "token")).openable());
    doors.open(Door.get("/pair", Need.MINT, call -> {
          call.countMore(1);
          return Answer.text(200, "tokens");
        })
        .openable());
    doors.open(Door.get("/sign-in", Need.OPEN, call -> Answer.text(200, "page")));
    doors.open(Door.post("/sign-in", Need.OPEN, call -> Answer.text(200, "in"))
        .audited("sign-in", null)
        .costly());
  }

  /** At most three a minute from one network, and four in all whom the guard lets in. */
  private record Guarded() implements Opening {
    @Override
    public Caller.Visitor visitor() {
      return new Caller.Visitor("call-us", "policy");
    }

    @Override
    public Optional<OriginCheck> pages() {
      return Optional.empty();
    }

    @Override
    public int perNetwork() {
      return 3;
    }

    @Override
    public int inTotal() {
      return 4;
    }

    @Override
    public boolean isGuarded() {
      return true;
    }

    @Override
    public void guard(Presented presented) {
      if (!presented.headers().contains("X-Pass")) {
        throw new Refused(new Problem(403, "guarded", "show a pass"));
      }
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eachNetworkHasItsOwnShareOfADoorWhateverElseIsLimited() throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThat(call("192.0.2.1", PASS).status()).isEqualTo(200);
    }
    WireAnswer tooMuch = call("192.0.2.1", PASS);
    assertThat(tooMuch.status()).isEqualTo(429);
    assertThat(tooMuch.header("Retry-After")).isEqualTo("20");
    assertThat(tooMuch.body())
        .contains("too many requests without a proof at this door from one network");
    assertThat(call("192.0.2.2", PASS).status()).isEqualTo(200);
    assertThat(audit.notes).last().matches(row -> "limit-door-network".equals(row.code()));
  }

  @Test
  void aDoorHasALimitForAllNetworksTogether() throws IOException {
    for (int i = 1; i <= 4; i++) {
      assertThat(call("192.0.2." + i, PASS).status()).isEqualTo(200);
    }
    WireAnswer tooMuch = call("192.0.2.5", PASS);
    assertThat(tooMuch.status()).isEqualTo(429);
    assertThat(tooMuch.body()).contains("too many requests without a proof at this door:");
  }

  @Test
  void whoeverGetsTwoTokensAtAnOpenDoorIsCountedThereTwice() throws IOException {
    WireAnswer first = server.client.get("/pair", from("192.0.2.1"), PASS);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("RateLimit")).contains("\"door-network\";r=1;", "\"door\";r=2;");
    assertThat(first.header("RateLimit")).doesNotContain("\"network\"");
    assertThat(server.client.get("/pair", from("192.0.2.1"), PASS).status()).isEqualTo(429);
    assertThat(server.client.get("/pair", from("192.0.2.2"), PASS).status()).isEqualTo(429);
  }

  @Test
  void whomTheGuardKeepsOutTakesNothingFromTheOthers() throws IOException {
    for (int i = 1; i <= 20; i++) {
      assertThat(call("192.0.2." + i).status()).isEqualTo(403);
    }
    for (int i = 21; i <= 24; i++) {
      assertThat(call("192.0.2." + i, PASS).status()).isEqualTo(200);
    }
    for (int i = 0; i < 3; i++) {
      call("192.0.2.99");
    }
    assertThat(call("192.0.2.99").status()).isEqualTo(429);
  }

  @Test
  void passwordsAreLimitedByNetworkAndPagesAreNot() throws IOException {
    for (int i = 0; i < 2; i++) {
      assertThat(signIn("192.0.2.1").status()).isEqualTo(200);
    }
    WireAnswer tooMuch = signIn("192.0.2.1");
    assertThat(tooMuch.status()).isEqualTo(429);
    assertThat(tooMuch.header("Retry-After")).isEqualTo("30");
    assertThat(audit.notes)
        .last()
        .matches(row -> row.event().equals("sign-in") && "limit-sign-in".equals(row.code()));
    assertThat(signIn("192.0.2.2").status()).isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      assertThat(server.client.get("/sign-in", from("192.0.2.1")).status()).isEqualTo(200);
    }
  }

  @Test
  void whoeverSitsAtTheMachineIsNotLimitedUnlessThatIsSet() {
    Map<Limit, Integer> rates = Map.of(Limit.SIGN_IN, 2);
    Limits usual = new Limits(() -> new Rates(rates, false), 100, () -> 0);
    Limits inside = new Limits(() -> new Rates(rates, true), 100, () -> 0);
    assertThat(usual.costly(Arriving.local())).isEmpty();
    assertThat(inside.costly(Arriving.local())).isPresent();
    assertThat(usual.costly(Arriving.from("192.0.2.1"))).isPresent();
  }

  private WireAnswer call(String client, String... headers) throws IOException {
    return headers.length == 0
        ? server.client.get("/call", from(client))
        : server.client.get("/call", from(client), headers[0]);
  }

  private WireAnswer signIn(String client) throws IOException {
    return server.client.post("/sign-in", "{}", from(client));
  }

  private static String from(String client) {
    return "X-Forwarded-For: " + client;
  }
}
