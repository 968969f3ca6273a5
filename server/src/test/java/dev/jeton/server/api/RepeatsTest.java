package dev.jeton.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Stores;
import dev.jeton.server.store.Sweep;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that come again under their key, to the same server or to another one. */
class RepeatsTest {
  private static final String KEY = "Idempotency-Key: order-7";

  @TempDir
  Path folder;

  private Instant now = Instant.parse("2026-11-21T12:00:00.123456789Z");
  private final InstantSource clock = () -> now;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyServerAndOneThatWasRestartedGiveTheSameTokenAndOneLeavesARow(Dialect dialect)
      throws Exception {
    StoreSettings settings = Stores.settings(dialect, folder);
    String first;
    try (MintNode one = new MintNode(settings, clock);
        MintNode two = new MintNode(settings, clock)) {
      WireAnswer answer = one.mint("lobby", KEY);
      first = answer.body();
      assertThat(answer.status()).as(first).isEqualTo(200);
      now = now.plus(Duration.ofHours(5));
      assertThat(one.mint("lobby", KEY).body()).isEqualTo(first);
      assertThat(two.mint("lobby", KEY).body()).isEqualTo(first);
      assertThat(one.audit.rows).hasSize(1);
      assertThat(two.audit.rows).isEmpty();
      assertThat(two.mint("lobby", "Idempotency-Key: order-8").body()).isNotEqualTo(first);
    }
    now = now.plus(Duration.ofHours(19)).minusMillis(1);
    try (MintNode restarted = new MintNode(settings, clock)) {
      assertThat(restarted.mint("lobby", KEY).body()).isEqualTo(first);
      assertThat(restarted.audit.rows).isEmpty();
      now = now.plusMillis(1);
      assertThat(restarted.mint("lobby", KEY).body()).isNotEqualTo(first);
    }
  }

  @Test
  void anotherBodyUnderTheKeyIsRefused() throws Exception {
    try (MintNode node = new MintNode(Stores.settings(Dialect.SQLITE, folder), clock)) {
      assertThat(node.mint("lobby", KEY).status()).isEqualTo(200);
      WireAnswer other = node.mint("hall", KEY);
      assertThat(other.status()).isEqualTo(422);
      assertThat(other.body()).contains("\"idempotency-key-reused\"");
      assertThat(node.mints).hasValue(1);
    }
  }

  @Test
  void everyCallerHasKeysOfItsOwn() throws Exception {
    try (MintNode node = new MintNode(Stores.settings(Dialect.SQLITE, folder), clock)) {
      Set<String> answers = new HashSet<>();
      for (String proof :
          List.of("X-Nothing: local", TestServer.PROOF, MintNode.APP, MintNode.PERSON)) {
        WireAnswer answer = node.mint("lobby", KEY, proof);
        assertThat(node.mint("lobby", KEY, proof).body()).isEqualTo(answer.body());
        answers.add(answer.body());
      }
      assertThat(answers).hasSize(4);
    }
  }

  @Test
  void whoComesWhileTheFirstIsUnderWayIsToldToComeAgain() throws Exception {
    StoreSettings settings = Stores.settings(Dialect.SQLITE, folder);
    try (MintNode one = new MintNode(settings, clock);
        MintNode two = new MintNode(settings, clock)) {
      List<WireAnswer> early = new ArrayList<>();
      one.meanwhile = () -> early.add(two.mint("lobby", KEY));
      WireAnswer first = one.mint("lobby", KEY);
      assertThat(early).singleElement().satisfies(answer -> {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("\"idempotency-key-busy\"");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
      });
      assertThat(two.mint("lobby", KEY).body()).isEqualTo(first.body());
      assertThat(two.mints).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void ofManyAtOnceOnTwoServersOneMints(Dialect dialect) throws Exception {
    StoreSettings settings = Stores.settings(dialect, folder);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (MintNode one = new MintNode(settings, clock);
        MintNode two = new MintNode(settings, clock)) {
      List<Future<WireAnswer>> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        MintNode node = i % 2 == 0 ? one : two;
        all.add(threads.submit(() -> node.mint("lobby", KEY)));
      }
      Set<String> tokens = new HashSet<>();
      for (Future<WireAnswer> each : all) {
        WireAnswer answer = each.get();
        if (answer.status() == 200) {
          tokens.add(answer.body());
        } else {
          assertThat(answer.body()).contains("\"idempotency-key-busy\"");
        }
      }
      assertThat(tokens).hasSize(1);
      assertThat(one.mints.get() + two.mints.get()).isOne();
      assertThat(one.audit.rows.size() + two.audit.rows.size()).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void noOtherTokenIsGivenForTheKeyWhenWhatMakesItHasChanged() throws Exception {
    try (MintNode node = new MintNode(Stores.settings(Dialect.SQLITE, folder), clock)) {
      String first = node.mint("lobby", KEY).body();
      node.signer = "second";
      WireAnswer changed = node.mint("lobby", KEY);
      assertThat(changed.status()).isEqualTo(409);
      assertThat(changed.body()).contains("\"idempotency-changed\"");
      node.signer = "first";
      assertThat(node.mint("lobby", KEY).body()).isEqualTo(first);
    }
  }

  @Test
  void aRefusedRequestAndOneWithoutItsRowLeaveTheKeyFree() throws Exception {
    try (MintNode node = new MintNode(Stores.settings(Dialect.SQLITE, folder), clock)) {
      assertThat(node.mint("closed", KEY).status()).isEqualTo(403);
      node.audit.broken = true;
      WireAnswer unwritten = node.mint("lobby", KEY);
      assertThat(unwritten.status()).isEqualTo(503);
      assertThat(unwritten.body()).contains("\"audit-unavailable\"").doesNotContain("TOKEN");
      node.audit.broken = false;
      assertThat(node.mint("hall", KEY).status()).isEqualTo(200);
    }
  }

  @Test
  void aServerThatDiedHoldsTheKeyForHalfAMinuteAndAnswersNothingAfterwards() throws Exception {
    StoreSettings settings = Stores.settings(Dialect.SQLITE, folder);
    try (MintNode slow = new MintNode(settings, clock);
        MintNode other = new MintNode(settings, clock)) {
      List<WireAnswer> taken = new ArrayList<>();
      slow.meanwhile = () -> {
        now = now.plus(KeptMints.UNDER_WAY);
        taken.add(other.mint("lobby", KEY));
      };
      WireAnswer late = slow.mint("lobby", KEY);
      assertThat(taken.get(0).status()).isEqualTo(200);
      assertThat(late.status()).isEqualTo(409);
      assertThat(slow.mint("lobby", KEY).body()).isEqualTo(taken.get(0).body());
    }
  }

  @Test
  void nobodyTakesMorePlacesThanHisShareUntilADayIsOver() throws Exception {
    KeptMints.Most few = new KeptMints.Most(2, 1, 4, 4);
    try (MintNode node = new MintNode(Stores.settings(Dialect.SQLITE, folder), clock, few)) {
      assertThat(statuses(node, MintNode.APP, 3)).containsExactly(200, 200, 503);
      assertThat(statuses(node, "X-Nothing: local", 2)).containsExactly(200, 503);
      assertThat(statuses(node, MintNode.PERSON, 2)).containsExactly(200, 503);
      now = now.plus(MintMoment.REPEATABLE);
      new Sweep(node.database, clock).run();
      assertThat(statuses(node, MintNode.APP, 3)).containsExactly(200, 200, 503);
    }
  }

  @Test
  void allWithoutAProofTogetherLeaveRoomForWhoeverHasOne() throws Exception {
    KeptMints.Most few = new KeptMints.Most(4, 4, 1, 6);
    try (MintNode node = new MintNode(Stores.settings(Dialect.SQLITE, folder), clock, few)) {
      assertThat(statuses(node, "X-Nothing: local", 2)).containsExactly(200, 503);
      assertThat(statuses(node, MintNode.APP, 3)).containsExactly(200, 200, 200);
    }
  }

  private static List<Integer> statuses(MintNode node, String proof, int count) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statuses.add(node.mint("lobby", "Idempotency-Key: k" + i, proof).status());
    }
    return statuses;
  }

  @Test
  void neitherTheTokenNorTheRequestCanBeReadInTheStore() throws Exception {
    try (MintNode node = new MintNode(Stores.settings(Dialect.SQLITE, folder), clock)) {
      node.mint("a-channel-that-nobody-else-has", KEY, MintNode.APP);
      List<String> kept = node.database.read(handle -> handle
          .createQuery("SELECT caller, request_key, fingerprint, answer FROM kept_answers")
          .map((row, context) -> row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3)
              + "|" + new String(row.getBytes(4), StandardCharsets.ISO_8859_1))
          .list());
      assertThat(kept).singleElement().asString().startsWith("caller:ann|/mint order-7|settled|");
      assertThat(kept.get(0)).doesNotContain("TOKEN", "a-channel", "issuedAt", "seed");
    }
  }
}
