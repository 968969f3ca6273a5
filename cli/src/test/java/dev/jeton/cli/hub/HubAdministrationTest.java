package dev.jeton.cli.hub;

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

/** {@code jeton hub account|key|issuer}: what they ask a server, and what they make of its answer. */
class HubAdministrationTest {
  private static final String API_KEY = "baaaaaaaaaaaaaaaaaaaaaaaaaa";
  private static final String KEY = "{\"id\":\"k1\",\"name\":\"chat-app\",\"apiKey\":\"" + API_KEY
      + "\",\"type\":\"user-group\",\"account\":\"a1\",\"accountName\":\"acme\",\"secure\":true,"
      + "\"valid\":true,\"secrets\":[{\"id\":\"s1\",\"state\":\"active\",\"enabled\":true,"
      + "\"createdAt\":\"2026-11-01T10:00:00Z\"}],\"managedBy\":\"store\",\"version\":1}";

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

  private Result hub(String... args) {
    return server
        .run(data)
        .jeton(Stream.concat(Stream.of("hub"), Stream.of(args)).toArray(String[]::new));
  }

  private String asked() {
    return server.lines().get(0) + " " + server.asked().get(0).body();
  }

  @Test
  void aKeyIsCreatedForAnAccountAndItsSecretIsShownOnceAndLast() {
    server.answering(201, KEY.replace("\"version\":1", "\"version\":1,\"secret\":\"bsecret\""));
    Result result = hub("key", "create", "chat-app", "--account", "acme", "--no-secure");
    assertThat(asked())
        .isEqualTo("POST /api/v1/hub/keys {\"name\":\"chat-app\",\"account\":\"acme\","
            + "\"secure\":false}");
    assertThat(result.out()).contains(API_KEY).containsOnlyOnce("bsecret").endsWith("bsecret\n");
    assertThat(result.err()).contains("the API secret, shown this once");
  }

  @Test
  void theListNamesAccountTypeAndStateAndNoSecret() {
    server.answering(200, "{\"items\":[" + KEY + "],\"total\":1}");
    assertThat(hub("key", "list").out())
        .contains("API KEY", API_KEY, "user-group", "acme", "active");
  }

  @Test
  void invalidatingAKeyLetsItNotCountAnyMore() {
    server.answering(200, KEY);
    assertThat(hub("key", "invalidate", API_KEY).line()).isEqualTo("invalidated");
    assertThat(asked()).isEqualTo("PATCH /api/v1/hub/keys/" + API_KEY + " {\"valid\":false}");
  }

  @Test
  void anIssuerIsCreatedWithTheKeyInAFileAndWithTokensOfAHubsForm() throws IOException {
    server.answering(201, "{\"id\":\"i1\",\"name\":\"chat\"}");
    Path file = StandIn.privateFile(data.resolve("issuer.key"), "bbaareq-it-would-be\n");
    Result result = hub(
        "issuer",
        "create",
        "chat",
        "--ttl",
        "1h",
        "--hub-exact",
        "--default",
        "--secret-file",
        file.toString());
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(asked())
        .isEqualTo(
            "POST /api/v1/hub/issuers {\"name\":\"chat\",\"tokenLifetimeSeconds\":3600,"
                + "\"tokenForm\":\"hub-exact\",\"default\":true,\"issuerKey\":\"bbaareq-it-would-be\"}");
  }

  @Test
  void anAccountIsSwitchedOff() {
    server.answering(200, "{\"id\":\"a1\",\"name\":\"acme\",\"enabled\":true}");
    server.answering(200, "{\"id\":\"a1\",\"name\":\"acme\",\"enabled\":false}");
    assertThat(hub("account", "change", "acme", "--no-enabled").status()).isZero();
    assertThat(server.lines())
        .containsExactly("GET /api/v1/hub/accounts/acme", "PATCH /api/v1/hub/accounts/acme");
    assertThat(server.asked().get(1).body()).isEqualTo("{\"enabled\":false}");
  }

  @Test
  void aWrongPublicKeyIsSaidBeforeAnybodyIsAsked() {
    Result result = hub("account", "create", "acme", "--public-key", "nonsense");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("a public key is a text like bbaarei...");
    assertThat(server.lines()).isEmpty();
  }
}
