package dev.jeton.server.limits;

import static dev.jeton.server.limits.SharingNode.RATE;
import static dev.jeton.server.limits.SharingNode.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.http.Quota;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.tokens.Secret;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes on one Redis. */
class RedisLimitsTest {
  private static final String STREAM = "jeton:limits";

  private final Vertx vertx = Vertx.vertx();
  private final RunningRedis redis;
  private final RedisSettings settings;
  private final Database database;
  private final Vault vault;
  private final SharingNode one;
  private final SharingNode two;
  private long nanos;

  RedisLimitsTest(@TempDir Path folder) throws Exception {
    redis = RunningRedis.start(folder, "--requirepass", "right p4ss:word");
    settings = at("redis://:right%20p4ss%3Aword@localhost:" + redis.port() + "/3");
    database = Stores.database(Dialect.SQLITE, folder);
    VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
    vault = Vault.look(key, database, new Random(3)).open(() -> Instant.EPOCH);
    one = node("one");
    two = node("two");
    exchange(one, two);
  }

  private static RedisSettings at(String url) {
    return Objects.requireNonNull(RedisSettings.of(url));
  }

  private SharingNode node(String name) {
    return node(name, settings);
  }

  private SharingNode node(String name, RedisSettings where) {
    Board board = new StreamBoard(
        () -> RedisLink.open(vertx, where),
        STREAM,
        new Hearing(vault, name),
        new Backoff(() -> nanos, new Random(3)));
    return SharingNode.on(board, () -> nanos);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    redis.close();
    database.close();
  }

  private Response asked(Command command, Object... arguments) {
    try (RedisLink link = RedisLink.open(vertx, settings)) {
      Request request = Request.cmd(command);
      for (Object argument : arguments) {
        request.arg(argument.toString());
      }
      return Objects.requireNonNull(link.ask(List.of(request)).get(0));
    }
  }

  @Test
  void whatOneNodeGaveTheOtherDoesNotGiveAgain() {
    one.mint(40);
    exchange(one, two);
    assertThat(two.mint().left()).isEqualTo(RATE - 41);
    exchange(one, two);
    assertThat(one.mint().left()).isEqualTo(RATE - 42);
  }

  @Test
  void wrongProofsAreCountedForAllNodesAlsoWhereNobodyHadOneYet() {
    for (int i = 0; i < 3; i++) {
      one.limits().wrongProof(SharingNode.HERE);
    }
    exchange(one, two);
    assertThat(two.limits().proof(SharingNode.HERE)).map(Quota::over).contains(true);
    assertThat(two.limits().proof(Arriving.from("192.0.2.2"))).isEmpty();
  }

  @Test
  void underALastingFloodBothNodesTogetherGiveTheLimit() {
    flood(60);
    assertThat(flood(300)).isBetween((int) (5 * RATE * 0.9), (int) (5 * RATE * 1.1));
  }

  private int flood(int seconds) {
    int minted = 0;
    for (int half = 0; half < 2 * seconds; half++) {
      nanos += TimeUnit.MILLISECONDS.toNanos(500);
      minted += one.mintAsMuchAsItCan() + two.mintAsMuchAsItCan();
      one.sharing().run();
      two.sharing().run();
    }
    return minted;
  }

  @Test
  void nobodyIsToldTwiceAndWhatIsOldIsNotToldToWhoStarts() {
    one.mint(10);
    for (int i = 0; i < 5; i++) {
      exchange(one, two);
    }
    assertThat(two.mint().left()).isEqualTo(RATE - 11);
    SharingNode late = node("late");
    late.sharing().run();
    assertThat(late.mint().left()).isEqualTo(RATE - 1);
  }

  @Test
  void whatRedisForgetsHoldsUpNothing() {
    one.mint(10);
    exchange(one, two);
    asked(Command.FLUSHALL);
    one.mint(10);
    exchange(one, two);
    assertThat(two.mint().left()).isEqualTo(RATE - 21);
    assertThat(one.isAlone()).isFalse();
  }

  @Test
  void aStreamThatBeganAnewWhileTheClockWasSetBackIsFound() {
    asked(Command.XADD, STREAM, "99999999999999-0", "from", "the future");
    exchange(one, two);
    asked(Command.FLUSHALL);
    one.mint(10);
    for (int quiet = 0; quiet < 30; quiet++) {
      exchange(one, two);
    }
    one.mint(10);
    exchange(one, two);
    assertThat(two.mint().left()).isLessThanOrEqualTo(RATE - 11);
  }

  @Test
  void withoutRedisEachCountsByItselfAndTellsLater() throws Exception {
    redis.kill();
    one.mint(10);
    exchange(one, two);
    assertThat(one.isAlone() && two.isAlone()).isTrue();
    assertThat(one.mint().left()).isEqualTo(RATE - 11);
    assertThat(two.mint().left()).isEqualTo(RATE - 1);
    redis.startAgain();
    exchange(one, two);
    assertThat(one.isAlone()).as("it is asked again after a pause only").isTrue();
    nanos += TimeUnit.SECONDS.toNanos(30);
    // Of what was taken half a window ago as much has come back.
    exchange(one, two);
    assertThat(one.isAlone() || two.isAlone()).isFalse();
    one.mint(40);
    exchange(one, two);
    assertThat(two.mint().left()).isLessThanOrEqualTo(RATE - 41);
  }

  @Test
  void aWrongPasswordIsSaidWithoutThePassword() {
    SharingNode wrong = node("wrong", at("redis://:guessed-p4ss@localhost:" + redis.port()));
    wrong.sharing().run();
    assertThat(wrong.isAlone()).isTrue();
    assertThat(fault("redis://:guessed-p4ss@localhost:" + redis.port()))
        .contains("WRONGPASS", "limits.redis")
        .doesNotContain("guessed");
    assertThat(fault("redis://localhost:" + redis.port())).contains("NOAUTH");
  }

  @Test
  void aServerThatIsNoneIsSaid() throws Exception {
    redis.kill();
    assertThat(fault("redis://localhost:" + redis.port())).contains("cannot be reached");
    assertThat(fault("redis://nobody.invalid:1")).contains("limits.redis");
  }

  private String fault(String url) {
    try (RedisLink link = RedisLink.open(vertx, at(url))) {
      link.ask(List.of(Request.cmd(Command.PING)));
      return "none";
    } catch (BoardGone e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void whatIsWrittenNamesNobodyAndEndsByItself() {
    one.limits().user(SharingNode.APP, "alice@example.com");
    one.limits().wrongProof(SharingNode.HERE);
    one.sharing().run();
    assertThat(asked(Command.KEYS, "*").toString()).isEqualTo("[" + STREAM + "]");
    assertThat(asked(Command.TTL, STREAM).toInteger()).isBetween(1, 120);
    StringBuilder all = new StringBuilder();
    for (Response entry : asked(Command.XRANGE, STREAM, "-", "+")) {
      entry.get(1).forEach(field -> all.append(field.toString(StandardCharsets.ISO_8859_1)));
    }
    assertThat(all.length()).isGreaterThan(100);
    assertThat(all.toString()).doesNotContain("alice", "192.0.2.1", "app", "mint", "wrong-proofs");
  }

  @Test
  void whatSomebodyElseWritesThereTellsNothing() {
    one.mint(10);
    exchange(one, two);
    try (RedisLink link = RedisLink.open(vertx, settings)) {
      Response last = asked(Command.XREVRANGE, STREAM, "+", "-", "COUNT", 1);
      Request again = Request.cmd(Command.XADD).arg(STREAM).arg("*");
      last.get(0).get(1).forEach(field -> again.arg(field.toBytes()));
      link.ask(List.of(again));
    }
    asked(Command.XADD, STREAM, "*", "n", "stranger", "s", "1", "u", "junk");
    asked(Command.XADD, STREAM, "*", "n", "stranger");
    exchange(one, two);
    assertThat(two.isAlone()).isFalse();
    assertThat(two.mint().left()).isEqualTo(RATE - 11);
  }
}
