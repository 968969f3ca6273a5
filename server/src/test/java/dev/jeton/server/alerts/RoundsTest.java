package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.alerts.Alert.What;
import dev.jeton.server.alerts.Condition.Urgency;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundsTest {
  private static final Condition KEY =
      new Condition("key-ends", "project shop", Urgency.NOTICE, "it ends", true);
  private static final Condition FULL = Condition.here("disk-full", "node", "it is full");

  @TempDir
  Path folder;

  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final List<Condition> wrong = new ArrayList<>();
  private boolean broken;

  private class Node implements Teller {
    final List<String> told = new ArrayList<>();
    final Set<String> channels = new TreeSet<>(Set.of("mail"));
    final Set<String> away = new TreeSet<>();
    final Snapshot snapshot;
    final Rounds rounds;

    Node(Database database) {
      Store store = new Store(database);
      snapshot = Snapshot.load(store, () -> now);
      rounds = new Rounds(List.of(this::watch), new SharedAlerts(store, snapshot), () -> now, this);
    }

    @Override
    public Set<String> channels() {
      return channels;
    }

    @Override
    public boolean tell(String channel, List<Alert> alerts) {
      if (away.contains(channel)) {
        return false;
      }
      String way = channel.equals("mail") ? "" : channel + " ";
      alerts.forEach(
          alert -> told.add(way + alert.what().word() + " " + alert.condition().code()));
      return true;
    }

    private List<Condition> watch(Instant at) {
      if (broken) {
        throw new IllegalStateException("broken by the test");
      }
      return List.copyOf(wrong);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void ofSeveralNodesOneTellsWhatAllSee(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Node one = new Node(database);
      Node other = new Node(database);
      wrong.add(KEY);
      one.rounds.look();
      other.rounds.look();
      assertThat(one.told).containsExactly("begins key-ends");
      assertThat(other.told).isEmpty();

      Node restarted = new Node(database);
      restarted.rounds.look();
      assertThat(restarted.told).isEmpty();
      wrong.clear();
      for (int minute = 0; minute <= 5; minute++) {
        assertThat(other.told).isEmpty();
        List.of(other, one, restarted).forEach(node -> node.snapshot.refresh());
        other.rounds.look();
        one.rounds.look();
        restarted.rounds.look();
        now = now.plus(Duration.ofMinutes(1));
      }
      assertThat(other.told).containsExactly("ends key-ends");
      assertThat(one.told).hasSize(1);
      assertThat(restarted.told).isEmpty();
    }
  }

  @Test
  void eachNodeTellsWhatIsWrongWithItself() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Node one = new Node(database);
      Node other = new Node(database);
      wrong.add(FULL);
      one.rounds.look();
      other.rounds.look();
      assertThat(one.told).containsExactly("begins disk-full");
      assertThat(other.told).containsExactly("begins disk-full");
      assertThat(one.rounds.open()).hasSize(1);
    }
  }

  @Test
  void aRoundInWhichNothingChangesWritesNothing() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Node node = new Node(database);
      wrong.add(KEY);
      node.rounds.look();
      long revision = new Store(database).revision();
      now = now.plus(Duration.ofMinutes(1));
      node.rounds.look();
      assertThat(new Store(database).revision()).isEqualTo(revision);
    }
  }

  @Test
  void aWatchThatFailsEndsNothing() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Node node = new Node(database);
      wrong.add(KEY);
      node.rounds.look();
      broken = true;
      node.rounds.look();
      assertThat(node.told).hasSize(1);
    }
  }

  @Test
  void withoutTheDatabaseItsOwnAbsenceIsToldAllTheSame() {
    Node node;
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      node = new Node(database);
    }
    wrong.add(KEY);
    wrong.add(Condition.here("store-degraded", "node", "it is gone"));
    node.rounds.look();
    assertThat(node.told).containsExactly("begins store-degraded");
    assertThat(node.rounds.open().get(0).condition().code()).isEqualTo("store-degraded");
    assertThat(What.BEGINS.word()).isEqualTo("begins");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatDidNotArriveIsToldInTheNextRound(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Node node = new Node(database);
      node.channels.add("webhook");
      node.away.add("mail");
      wrong.add(KEY);
      wrong.add(FULL);
      node.rounds.look();
      node.rounds.look();
      assertThat(node.told).containsExactly("webhook begins disk-full", "webhook begins key-ends");
      node.away.clear();
      node.rounds.look();
      node.rounds.look();
      assertThat(node.told.subList(2, node.told.size()))
          .containsExactly("begins disk-full", "begins key-ends");
    }
  }

  @Test
  void anEndThatDidNotArriveIsToldLater() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Node node = new Node(database);
      wrong.add(KEY);
      wrong.add(FULL);
      node.rounds.look();
      wrong.clear();
      node.away.add("mail");
      node.rounds.look();
      now = now.plus(Duration.ofMinutes(5));
      node.rounds.look();
      assertThat(node.rounds.open()).isEmpty();
      assertThat(node.told).hasSize(2);
      node.away.clear();
      node.rounds.look();
      assertThat(node.told.subList(2, 4)).containsExactly("ends disk-full", "ends key-ends");
    }
  }

  @Test
  void aChannelThatIsSetUpLaterIsToldWhatIsOpen() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Node node = new Node(database);
      node.channels.clear();
      wrong.add(KEY);
      wrong.add(FULL);
      node.rounds.look();
      assertThat(node.told).isEmpty();
      node.channels.add("mail");
      node.rounds.look();
      assertThat(node.told).containsExactly("begins disk-full", "begins key-ends");
    }
  }

  @Test
  void whatANodeBegunToTellAndDidNotEndAnotherTells() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Node crashing = new Node(database) {
        @Override
        public boolean tell(String channel, List<Alert> alerts) {
          throw new IllegalStateException("broken by the test");
        }
      };
      wrong.add(KEY);
      crashing.rounds.look();
      Node other = new Node(database);
      other.rounds.look();
      assertThat(other.told).isEmpty();
      now = now.plus(Duration.ofMinutes(5));
      other.rounds.look();
      assertThat(other.told).containsExactly("begins key-ends");
    }
  }

  @Test
  void aFaultInWhatAllNodesShareHidesNothingOfThisOne() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Node node = new Node(database);
      database.write(handle -> handle.execute("ALTER TABLE entries RENAME TO elsewhere"));
      wrong.add(KEY);
      wrong.add(FULL);
      node.rounds.look();
      assertThat(node.told).containsExactly("begins disk-full");
    }
  }
}
