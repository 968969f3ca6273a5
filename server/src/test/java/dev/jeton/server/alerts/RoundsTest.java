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

  private final class Node {
    final List<String> told = new ArrayList<>();
    final Snapshot snapshot;
    final Rounds rounds;

    Node(Database database) {
      Store store = new Store(database);
      snapshot = Snapshot.load(store, () -> now);
      rounds = new Rounds(
          List.of(this::watch),
          new SharedAlerts(store, snapshot),
          () -> now,
          alerts -> alerts.forEach(
              alert -> told.add(alert.what().word() + " " + alert.condition().code())));
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
      other.snapshot.refresh();
      other.rounds.look();
      one.rounds.look();
      restarted.rounds.look();
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
}
