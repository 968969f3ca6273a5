package dev.jeton.cli.remote.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KindCommandsTest {
  private static final String BAKERY = "{\"id\":\"abc\",\"name\":\"bakery\",\"floor\":2,"
      + "\"openSeconds\":28800,\"default\":true,\"keys\":[{\"id\":\"k1\",\"state\":\"active\","
      + "\"enabled\":true,\"createdAt\":\"2026-11-01T10:00:00Z\"},{\"id\":\"k0\","
      + "\"state\":\"retired\",\"enabled\":true}],\"managedBy\":\"store\",\"version\":3,"
      + "\"createdAt\":\"2026-11-01T10:00:00Z\",\"warnings\":[]}";
  private static final String WITH_SECRET =
      BAKERY.substring(0, BAKERY.length() - 1) + ",\"key\":\"s3cret-of-the-bakery\"}";

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

  private Run run() {
    return server.run(data).knowing(new Mall());
  }

  private Result shop(Run run, String... args) {
    return run.jeton(
        Stream.concat(Stream.of("mall", "shop"), Stream.of(args)).toArray(String[]::new));
  }

  private Result shop(String... args) {
    return shop(run(), args);
  }

  @Test
  void createSendsWhatWasGivenAndShowsTheNewSecretOnceAndLast() {
    server.answering(201, WITH_SECRET, Map.of("ETag", "\"1\""));
    Result result = shop("create", "bakery", "--floor", "2", "--open", "8h", "--no-default");
    assertThat(result.status()).isZero();
    assertThat(server.lines()).containsExactly("POST /api/v1/mall/shops");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"name\":\"bakery\",\"floor\":2,\"openSeconds\":28800,\"default\":false}");
    assertThat(server.asked().get(0).header("Authorization")).isEqualTo("Bearer " + StandIn.TOKEN);
    assertThat(result.out())
        .startsWith("created\n  id ")
        .containsOnlyOnce("s3cret-of-the-bakery")
        .endsWith("\ns3cret-of-the-bakery\n")
        .contains("  openSeconds  28800 (8 h)\n");
    assertThat(result.err()).isEqualTo("the Shop Key, shown this once, so keep it now:\n");
  }

  @Test
  void forScriptsTheSecretIsAMemberOfTheOneObject() {
    server.answering(201, WITH_SECRET);
    Result result = shop("create", "bakery", "--json");
    assertThat(result.line()).isEqualTo(WITH_SECRET);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void aSecretOfOnesOwnComesFromWhereSecretsComeFrom() throws IOException {
    Path file = StandIn.privateFile(data.resolve("own"), "from-a-file\n");
    server
        .answering(201, BAKERY)
        .answering(201, BAKERY)
        .answering(201, BAKERY)
        .answering(201, BAKERY);
    shop("create", "bakery", "--secret-file", file.toString());
    Result taken = shop(run().with("MALL_SHOP_KEY", "from-a-variable"), "rotate", "bakery");
    shop(run().with("MALL_SHOP_KEY", "from-a-variable"), "rotate", "bakery", "--generate");
    shop(run().answering(question -> "typed".toCharArray()), "key", "add", "bakery", "--prompt");
    assertThat(server.asked().stream().map(StandIn.Asked::body))
        .containsExactly(
            "{\"name\":\"bakery\",\"key\":\"from-a-file\"}",
            "{\"key\":\"from-a-variable\"}",
            "{}",
            "{\"key\":\"typed\"}");
    assertThat(taken.err())
        .isEqualTo("the Shop Key is taken from MALL_SHOP_KEY; --generate makes a new one\n");
    assertThat(taken.out()).doesNotContain("from-a-variable");
  }

  @Test
  void aListIsReadPageByPageAndPrintedAsATable() {
    server
        .answering(200, "{\"items\":[" + BAKERY + "],\"total\":2,\"next\":\"a b\"}")
        .answering(200, "{\"items\":[{\"name\":\"cinema\\u001b[31m\"}],\"total\":2}");
    Result result = shop("list", "--search", "ä&b");
    assertThat(server.lines())
        .containsExactly(
            "GET /api/v1/mall/shops?limit=200&search=%C3%A4%26b",
            "GET /api/v1/mall/shops?limit=200&search=%C3%A4%26b&after=a%20b");
    assertThat(result.out()).isEqualTo("""
            NAME              FLOOR  OPEN FOR  DEFAULT  KEYS
            bakery            2      8 h       default  active
            cinema\\u{1b}[31m
            """);
    assertThat(result.err()).isEqualTo("2 of 2\n");
  }

  @Test
  void aLimitEndsTheReading() {
    server.answering(200, "{\"items\":[" + BAKERY + "],\"total\":9,\"next\":\"x\"}");
    Result result = shop("list", "--limit", "1", "--json");
    assertThat(server.lines()).containsExactly("GET /api/v1/mall/shops?limit=1");
    assertThat(result.line()).isEqualTo("{\"items\":[" + BAKERY + "],\"total\":9}");
    assertThat(shop("list", "--limit", "0").status()).isEqualTo(2);
  }

  @Test
  void aChangeSendsTheVersionThatItReadAndNothingThatWasNotGiven() {
    server.answering(200, BAKERY, Map.of("ETag", "\"3\"")).answering(200, BAKERY);
    Result result =
        shop("change", "bakery", "--floor", "3", "--rename", "café", "--reset", "openSeconds");
    assertThat(result.status()).isZero();
    assertThat(server.lines())
        .containsExactly("GET /api/v1/mall/shops/bakery", "PATCH /api/v1/mall/shops/bakery");
    assertThat(server.asked().get(1).header("If-match")).isEqualTo("\"3\"");
    assertThat(server.asked().get(1).body())
        .isEqualTo("{\"name\":\"café\",\"floor\":3,\"openSeconds\":null}");
  }

  @Test
  void aVersionThatWasGivenIsSentWithoutReading() {
    server.refusing(409, "stale", "ann changed it at 2026-11-01T11:00:00Z; read it again");
    Result result = shop("change", "bakery", "--floor", "3", "--if-match", "2");
    assertThat(server.asked().get(0).header("If-match")).isEqualTo("\"2\"");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("jeton: ann changed it at 2026-11-01T11:00:00Z; read it again (stale)\n");
    assertThat(shop("change", "bakery", "--floor", "3", "--if-match", "two").status())
        .isEqualTo(2);
  }

  @Test
  void aChangeOfNothingAsksNobody() {
    assertThat(shop("change", "bakery").err()).startsWith("jeton: nothing to change was given\n");
    assertThat(shop("change", "bakery", "--floor", "1", "--reset", "floor").status())
        .isEqualTo(2);
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void aRotationSaysForHowLongTheOldOneHoldsAndCanBeRepeated() {
    server.answering(200, WITH_SECRET);
    Result result = shop("rotate", "bakery", "--overlap", "2h", "--idempotency-key", "once");
    assertThat(server.lines()).containsExactly("POST /api/v1/mall/shops/bakery/rotate");
    assertThat(server.asked().get(0).body()).isEqualTo("{\"overlapSeconds\":7200}");
    assertThat(server.asked().get(0).header("Idempotency-key")).isEqualTo("once");
    assertThat(result.out()).startsWith("rotated\n").endsWith("\ns3cret-of-the-bakery\n");
  }

  @Test
  void whatIsDoneWithASecretCanBeBoundToTheVersionThatWasSeen() {
    server.answering(200, WITH_SECRET).answering(200, BAKERY).answering(201, "{}");
    shop("rotate", "bakery", "--if-match", "3");
    shop("key", "activate", "bakery", "k1", "--if-match", "4");
    shop("key", "add", "bakery", "--if-match", "5");
    assertThat(server.asked().stream().map(asked -> asked.header("If-match")))
        .containsExactly("\"3\"", "\"4\"", "\"5\"");
  }

  @Test
  void aSecretGoesThroughItsStatesByItsId() {
    for (int i = 0; i < 5; i++) {
      server.answering(200, BAKERY);
    }
    for (String act : List.of("activate", "retire", "enable", "disable")) {
      assertThat(shop("key", act, "bakery", "k1").out()).contains("k1   active");
    }
    assertThat(shop("key", "revoke", "bakery", "k1", "--yes").status()).isZero();
    assertThat(server.lines())
        .containsExactly(
            "POST /api/v1/mall/shops/bakery/keys/k1/activate",
            "POST /api/v1/mall/shops/bakery/keys/k1/retire",
            "POST /api/v1/mall/shops/bakery/keys/k1/enable",
            "POST /api/v1/mall/shops/bakery/keys/k1/disable",
            "POST /api/v1/mall/shops/bakery/keys/k1/revoke");
    assertThat(shop("key", "revoke", "bakery", "k1").status()).isEqualTo(2);
    assertThat(shop("key", "enable", "bakery", "k1", "--overlap", "1h").status())
        .isEqualTo(2);
  }

  @Test
  void theSecretsOfAThingAreListedByTheirStates() {
    server.answering(200, BAKERY);
    assertThat(shop("key", "list", "bakery").out()).isEqualTo("""
            KEY  STATE    CREATED               ENDS  LABEL
            k1   active   2026-11-01T10:00:00Z
            k0   retired
            """);
  }

  @Test
  void aDeletionIsConfirmedByTheNameAndMeansTheOneThatWasRead() {
    server.answering(200, BAKERY, Map.of("ETag", "\"3\"")).answering(204, "");
    Result result = shop(run().answering(question -> null).typing("bakery\n"), "delete", "Bakery");
    assertThat(result.err()).isEqualTo("This deletes the shop for good. Type bakery to go on: ");
    assertThat(result.line()).isEqualTo("deleted");
    assertThat(server.lines())
        .containsExactly("GET /api/v1/mall/shops/Bakery", "DELETE /api/v1/mall/shops/abc");
    assertThat(server.asked().get(1).header("If-match")).isEqualTo("\"3\"");
  }

  @Test
  void withoutTheRightNameOrATerminalNothingIsDeleted() {
    server.answering(200, BAKERY).answering(200, BAKERY);
    Result wrong = shop(run().answering(question -> null).typing("baker\n"), "delete", "bakery");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("nothing was changed");
    assertThat(shop(run().typing("bakery\n"), "delete", "bakery").err()).contains("give --yes");
    assertThat(server.lines()).noneMatch(line -> line.startsWith("DELETE"));
  }

  @Test
  void whatIsInUseIsNotDeleted() {
    server.answering(200, BAKERY).refusing(409, "in-use", "the callee x still uses it");
    Result refused = shop("delete", "bakery", "--yes", "--json");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.line())
        .isEqualTo("{\"done\":false,\"status\":409,\"code\":\"in-use\","
            + "\"detail\":\"the callee x still uses it\"}");
    assertThat(shop("delete", "bakery", "--yes", "--force").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create",
        "list",
        "show",
        "change",
        "rotate",
        "delete",
        "key",
        "key add",
        "key list",
        "key activate",
        "key retire",
        "key revoke",
        "key enable",
        "key disable"
      })
  void everyHelpShowsAnExampleInTheWordsOfTheKind(String command) {
    Result result = shop((command + " --help").split(" "));
    assertThat(result.out())
        .startsWith("Usage: jeton mall shop " + command)
        .contains("Example\n  jeton mall shop " + command);
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void theOptionsOfThePlatformStandFirstAndThoseOfEveryCommandLast() {
    assertThat(shop("create", "--help").out())
        .containsSubsequence(
            "\nShop\n",
            "--floor",
            "\nSecret\n",
            "--secret-file",
            "\nServer\n",
            "--server",
            "\nOutput\n",
            "--json");
  }
}
