package dev.jeton.cli.opendoor;

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

/** {@code jeton open-door}: what it asks a server, and what it makes of its answer. */
class OpenDoorTest {
  private static final String CALL_US =
      "{\"id\":\"d1\",\"name\":\"call-us\",\"door\":\"GET /callparameters\",\"policy\":\"p1\","
          + "\"policyName\":\"help-desk\",\"perNetwork\":10,\"inTotal\":300,"
          + "\"origins\":[\"https://www.example.com\"],\"guard\":\"proof-of-work\","
          + "\"difficulty\":100000,\"enabled\":true,\"managedBy\":\"store\",\"version\":1}";

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

  private Result openDoor(String... args) {
    return server
        .run(data)
        .jeton(Stream.concat(Stream.of("open-door"), Stream.of(args)).toArray(String[]::new));
  }

  private String asked() {
    return server.lines().get(0) + " " + server.asked().get(0).body();
  }

  @Test
  void aDoorIsOpenedWithAllThatIsSaidOfIt() {
    server.answering(201, CALL_US);
    Result result = openDoor(
        "create",
        "call-us",
        "--door",
        "GET /callparameters",
        "--policy",
        "help-desk",
        "--per-network",
        "5",
        "--in-total",
        "50",
        "--origin",
        "https://www.example.com",
        "--guard",
        "proof-of-work",
        "--difficulty",
        "200000");
    assertThat(result.status()).isZero();
    assertThat(asked())
        .isEqualTo("POST /api/v1/open-doors {\"name\":\"call-us\","
            + "\"door\":\"GET /callparameters\",\"policy\":\"help-desk\",\"perNetwork\":5,"
            + "\"inTotal\":50,\"origins\":[\"https://www.example.com\"],"
            + "\"guard\":\"proof-of-work\",\"difficulty\":200000}");
  }

  @Test
  void theListShowsWhatIsOpenAndHowItIsGuarded() {
    server.answering(200, "{\"items\":[" + CALL_US + "],\"total\":1}");
    assertThat(openDoor("list").out())
        .contains(
            "NAME",
            "GET /callparameters",
            "yes",
            "help-desk",
            "https://www.example.com",
            "proof-of-work");
  }

  @Test
  void aDoorIsClosedByAWord() {
    server.answering(200, CALL_US).answering(200, CALL_US.replace("true", "false"));
    assertThat(openDoor("change", "call-us", "--no-enabled").status()).isZero();
    assertThat(server.asked())
        .last()
        .satisfies(request -> assertThat(request.body()).isEqualTo("{\"enabled\":false}"));
  }
}
