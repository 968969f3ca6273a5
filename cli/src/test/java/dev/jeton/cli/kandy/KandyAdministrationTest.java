package dev.jeton.cli.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jeton kandy realm|callee}: what they ask a server, and what they make of its answer. */
class KandyAdministrationTest {
  private static final String REALM = "{\"id\":\"r1\",\"name\":\"shop\",\"cipher\":\"cbc\","
      + "\"durationSeconds\":600,\"convention\":\"A\",\"to\":[\"help@example.com\"],"
      + "\"default\":false,\"keys\":[{\"id\":\"k1\",\"state\":\"active\",\"enabled\":true,"
      + "\"createdAt\":\"2026-11-01T10:00:00Z\"}],\"managedBy\":\"store\",\"version\":1}";
  private static final String CALLEE = "{\"id\":\"c1\",\"name\":\"help@example.com\","
      + "\"address\":\"help@example.com\",\"callMe\":true,\"noCallsNow\":true,\"version\":2}";

  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Result kandy(String... args) {
    return server
        .run(data)
        .jeton(Stream.concat(Stream.of("kandy"), Stream.of(args)).toArray(String[]::new));
  }

  private String asked() {
    return server.lines().get(0) + " " + server.asked().get(0).body();
  }

  @Test
  void aStoredKeyIsSeenAgainAloneOnStandardOutput() {
    server
        .answering(200, REALM)
        .answering(200, "{\"id\":\"k1\",\"state\":\"active\",\"securityKey\":\"stored-key\"}");
    Result result = kandy("realm", "reveal", "shop");
    assertThat(result.out()).isEqualTo("stored-key\n");
    assertThat(result.err()).startsWith("warning: whoever sees this Security Key");
    assertThat(server.lines())
        .containsExactly(
            "GET /api/v1/kandy/realms/shop", "POST /api/v1/kandy/realms/r1/keys/k1/reveal");
  }

  @Test
  void aRealmIsCreatedInThePortalsWordsAndItsKeyIsShownOnceAndLast() {
    server.answering(
        201, REALM.replace("\"version\":1", "\"version\":1,\"securityKey\":\"made-here\""));
    Result result = kandy(
        "realm",
        "create",
        "shop",
        "--cipher",
        "cbc",
        "--duration",
        "2m",
        "--account-binding",
        "equals-to",
        "--issued-only",
        "--no-single-use",
        "--to",
        "help@example.com",
        "--to",
        "*@sales.example.com",
        "--preset",
        "front=help@example.com,from=guest",
        "--key-ends",
        "2027-01-01T00:00:00Z");
    assertThat(asked())
        .isEqualTo("POST /api/v1/kandy/realms {\"name\":\"shop\",\"cipher\":\"cbc\","
            + "\"durationSeconds\":120,\"accountBinding\":\"equals-to\","
            + "\"issuedOnly\":true,\"singleUse\":false,"
            + "\"keyEndsAt\":\"2027-01-01T00:00:00Z\","
            + "\"to\":[\"help@example.com\",\"*@sales.example.com\"],"
            + "\"presets\":{\"front\":{\"to\":\"help@example.com\",\"from\":\"guest\"}}}");
    assertThat(result.out()).containsOnlyOnce("made-here").endsWith("made-here\n");
    assertThat(result.err()).contains("the Security Key, shown this once");
  }

  @Test
  void aRealmIsRotatedWithAnOverlap() {
    server.answering(200, REALM);
    assertThat(kandy("realm", "rotate", "shop", "--overlap", "10m").status()).isZero();
    assertThat(asked()).isEqualTo("POST /api/v1/kandy/realms/shop/rotate {\"overlapSeconds\":600}");
  }

  @Test
  void theListOfRealmsHasWhatOneLooksForAndNoKey() {
    server.answering(200, "{\"items\":[" + REALM + "],\"total\":1}");
    assertThat(kandy("realm", "list").out())
        .contains("CALLEES", "shop", "cbc", "10 min", "help@example.com", "active");
  }

  @Test
  void aCalleeHasHoursInATimeZone() {
    server.answering(201, CALLEE);
    Result result = kandy(
        "callee",
        "create",
        "help@example.com",
        "--no-call-me",
        "--hours",
        "mon-wed 09:00-17:00",
        "--hours",
        "sat-sun,fri 22:00-06:00",
        "--time-zone",
        "Europe/Berlin",
        "--block-network",
        "198.51.100.0/24");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(asked())
        .isEqualTo("POST /api/v1/kandy/callees {\"address\":\"help@example.com\",\"callMe\":false,"
            + "\"blockedNetworks\":[\"198.51.100.0/24\"],"
            + "\"hours\":{\"timeZone\":\"Europe/Berlin\",\"open\":["
            + "{\"days\":[\"mon\",\"tue\",\"wed\"],\"from\":\"09:00\",\"to\":\"17:00\"},"
            + "{\"days\":[\"sat\",\"sun\",\"fri\"],\"from\":\"22:00\",\"to\":\"06:00\"}]}}");
  }

  @Test
  void aCalleeIsClosedAndOpenedAgain() {
    server.answering(200, CALLEE).answering(200, CALLEE);
    assertThat(kandy("callee", "close", "help@example.com").line()).isEqualTo("closed");
    assertThat(kandy("callee", "open", "help@example.com").line()).isEqualTo("open");
    assertThat(server.lines()).containsOnly("PATCH /api/v1/kandy/callees/help%40example.com");
    assertThat(server.asked().get(0).body()).isEqualTo("{\"noCallsNow\":true}");
    assertThat(server.asked().get(1).body()).isEqualTo("{\"noCallsNow\":false}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "callee create a@b --time-zone UTC --hours|mon 9-17|they are written like",
        "callee create a@b --hours|mon 09:00-17:00|--time-zone together",
        "callee create a@b --time-zone UTC --hours|monday 09:00-17:00|days are mon",
        "realm create shop --preset|front|written like front-page=help@example.com",
        "realm create shop --cipher|gcm|it is one of ecb, cbc",
        "realm create shop --preset|a=b@c,from=x,from=y|stands there twice",
      })
  void whatCannotBeIsSaidBeforeAnybodyIsAsked(String options, String value, String message) {
    Result result = kandy(
        Stream.concat(Stream.of(options.split(" ")), Stream.of(value)).toArray(String[]::new));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(message);
    assertThat(server.lines()).isEmpty();
  }
}
