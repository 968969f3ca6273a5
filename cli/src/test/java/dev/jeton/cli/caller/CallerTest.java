package dev.jeton.cli.caller;

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

/** {@code jeton caller}: what it asks a server, and what it makes of its answer. */
class CallerTest {
  private static final String SHOP =
      "{\"id\":\"c1\",\"name\":\"shop\",\"networks\":[\"10.0.0.0/8\"],"
          + "\"policies\":[\"p1\"],\"enabled\":true,\"keys\":[{\"id\":\"k1\",\"state\":\"active\","
          + "\"enabled\":true,\"createdAt\":\"2026-11-01T10:00:00Z\",\"label\":\"jtn_0123456789AB\","
          + "\"lastUsedAt\":\"2026-11-02T10:00:00Z\"}],\"policyNames\":[\"rooms\"],"
          + "\"lastUsedAt\":\"2026-11-02T10:00:00Z\",\"managedBy\":\"store\",\"version\":1}";
  private static final String KEY = "jtn_0123456789ABabcdefghijklmnopqrstuvwxyzABCDEF1S8XVy";

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

  private Result caller(String... args) {
    return server
        .run(data)
        .jeton(Stream.concat(Stream.of("caller"), Stream.of(args)).toArray(String[]::new));
  }

  private String asked() {
    return server.lines().get(0) + " " + server.asked().get(0).body();
  }

  @Test
  void aCallerIsCreatedAndItsKeyIsShownOnceAndLast() {
    server.answering(201, SHOP.replace("\"version\":1", "\"version\":1,\"key\":\"" + KEY + "\""));
    Result result = caller(
        "create",
        "shop",
        "--policy",
        "rooms",
        "--policy",
        "calls",
        "--network",
        "10.0.0.0/8",
        "--keys-end-after",
        "90");
    assertThat(asked())
        .isEqualTo("POST /api/v1/callers {\"name\":\"shop\",\"policies\":[\"rooms\",\"calls\"],"
            + "\"networks\":[\"10.0.0.0/8\"],\"keysEndAfterDays\":90}");
    assertThat(result.out()).containsOnlyOnce(KEY).endsWith(KEY + "\n");
    assertThat(result.err()).contains("the API key, shown this once");
  }

  @Test
  void aCallerCanBeKnownByAccessTokensOrACertificateInstead() {
    server.answering(201, SHOP);
    caller("create", "web-app", "--oidc-anybody", "--policy", "own");
    assertThat(asked())
        .isEqualTo("POST /api/v1/callers {\"name\":\"web-app\",\"policies\":[\"own\"],"
            + "\"oidc\":{\"anybody\":true}}");
    caller("create", "b", "--oidc-issuer", "https://id.example.com", "--oidc-claim", "groups=x=y");
    assertThat(server.asked().get(1).body())
        .isEqualTo("{\"name\":\"b\",\"oidc\":{\"issuer\":\"https://id.example.com\","
            + "\"claim\":\"groups\",\"value\":\"x=y\"}}");
    caller("create", "c", "--certificate-name", "shop.example.com");
    assertThat(server.asked().get(2).body())
        .isEqualTo("{\"name\":\"c\",\"certificate\":{\"name\":\"shop.example.com\"}}");
  }

  @Test
  void aCallerIsKnownByOneThing() {
    assertThat(
            caller("create", "a", "--oidc-subject", "s", "--oidc-client", "c").status())
        .isEqualTo(2);
    assertThat(
            caller("create", "a", "--oidc-anybody", "--certificate-name", "n").status())
        .isEqualTo(2);
    assertThat(caller("create", "a", "--oidc-issuer", "https://id.example.com").status())
        .isEqualTo(2);
    assertThat(caller("create", "a", "--oidc-claim", "=x").status()).isEqualTo(2);
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void noKeyCanBeGiven() {
    assertThat(caller("create", "shop", "--secret-file", "f").status()).isEqualTo(2);
    assertThat(caller("keys", "add", "shop", "--prompt").status()).isEqualTo(2);
    assertThat(caller("rotate", "--help").out())
        .contains("the new one counts at once")
        .doesNotContain("--secret-file", "--generate", "sign");
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void theListNamesPoliciesNetworksStatesAndTheLastUse() {
    server.answering(200, "{\"items\":[" + SHOP + "],\"total\":1}");
    assertThat(caller("list").out().lines())
        .containsExactly(
            "NAME  ENABLED  POLICIES  NETWORKS    KEYS    LAST USED",
            "shop  yes      rooms     10.0.0.0/8  active  2026-11-02T10:00:00Z");
  }

  @Test
  void theListOfKeysSaysWhichOneIsStillUsed() {
    server.answering(200, SHOP);
    assertThat(caller("keys", "list", "shop").out().lines())
        .containsExactly(
            "KEY  STATE   CREATED               ENDS  LABEL             LAST USED",
            "k1   active  2026-11-01T10:00:00Z        jtn_0123456789AB  2026-11-02T10:00:00Z");
  }

  @Test
  void whatIsFoundSomewhereIsSearchedByItsFirstCharacters() {
    server.answering(200, "{\"items\":[" + SHOP + "],\"total\":1}");
    caller("list", "--search", "jtn_0123456789AB");
    assertThat(server.lines())
        .containsExactly("GET /api/v1/callers?limit=200&search=jtn_0123456789AB");
  }

  @Test
  void aSecondKeyIsMadeAndTheFirstOneRevoked() {
    server
        .answering(201, "{\"id\":\"k2\",\"state\":\"prepared\",\"key\":\"" + KEY + "\"}")
        .answering(200, SHOP);
    assertThat(caller("keys", "add", "shop").out()).endsWith(KEY + "\n");
    assertThat(caller("keys", "revoke", "shop", "k1", "--yes").status()).isZero();
    assertThat(server.lines())
        .containsExactly(
            "POST /api/v1/callers/shop/keys", "POST /api/v1/callers/shop/keys/k1/revoke");
    assertThat(server.asked()).allSatisfy(asked -> assertThat(asked.body()).isEqualTo("{}"));
  }

  @Test
  void aCallerIsSwitchedOff() {
    server.answering(200, SHOP).answering(200, SHOP);
    assertThat(caller("change", "shop", "--no-enabled").status()).isZero();
    assertThat(server.asked().get(1).body()).isEqualTo("{\"enabled\":false}");
  }
}
