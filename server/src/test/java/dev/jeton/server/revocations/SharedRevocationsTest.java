package dev.jeton.server.revocations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.store.Content;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Revocations;
import dev.jeton.server.store.Stores;
import dev.jeton.server.store.Words;
import dev.jeton.server.store.Writing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Revocations on several nodes, after a restart, and at their end. */
class SharedRevocationsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String TOKEN = "hall/2026-11-21T18:00:00Z/a";

  @TempDir
  Path folder;

  private Instant now = NOON;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyNodeRefusesItAndSoDoesOneThatStartsLater(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder);
        Node one = node(database, 1);
        Node other = node(database, 2)) {
      one.revoke("`token`:`" + TOKEN + "`");
      one.revoke("`room`:`attic`,`user`:`ann`");
      other.snapshot.refresh();
      try (Node later = node(database, 3)) {
        for (Node node : List.of(one, other, later)) {
          assertThat(node.refuses(TOKEN, "bob", NOON.toString())).isTrue();
          assertThat(node.refuses("attic//b", "ann", NOON.toString())).isTrue();
          assertThat(node.refuses("attic//b", "bob", NOON.toString())).isFalse();
          assertThat(node.get("").ids()).isEqualTo(one.get("").ids()).hasSize(2);
        }
      }
    }
  }

  @Test
  void aWatermarkThatMovesLeavesNoGapOnAnotherNode() {
    try (Database database = Stores.database(Dialect.SQLITE, folder);
        Node one = node(database, 1)) {
      RevokedTokens told = new RevokedTokens();
      List<Boolean> gaps = new ArrayList<>();
      one.snapshot.listen(entries -> entries.forEach(entry -> {
        told.changed(List.of(entry));
        gaps.add(told.size() == 0);
      }));
      one.revoke("`issuedBefore`:`2026-11-21T11:00:00Z`");
      one.revoke("`issuedBefore`:`2026-11-21T11:30:00Z`");
      assertThat(gaps).containsOnly(false);
      assertThat(told.size()).isEqualTo(1);
    }
  }

  @Test
  void itGoesAtItsEndAndSoDoesWhatIsLeftOfIt() {
    try (Database database = Stores.database(Dialect.SQLITE, folder);
        Node one = node(database, 1);
        Node other = node(database, 2)) {
      one.revoke("`token`:`" + TOKEN + "`");
      now = Instant.parse("2026-11-21T18:30:00Z");
      one.upkeep.run();
      assertThat(one.revoked.size()).as("another clock may be behind").isEqualTo(1);
      now = Instant.parse("2026-11-21T19:00:01Z");
      other.snapshot.refresh();
      one.upkeep.run();
      other.upkeep.run();
      assertThat(one.revoked.size()).isZero();
      assertThat(one.audit.rows).extracting(row -> row.event()).contains("revocation-ended");
      assertThat(other.audit.rows).isEmpty();
      assertThat(one.store.revisions()).hasSize(1);
      now = now.plus(Duration.ofDays(2));
      one.upkeep.run();
      assertThat(one.store.revisions()).isEmpty();
      assertThat(other.snapshot.compare()).isTrue();
      assertThat(other.revoked.size()).isZero();
      assertThat(one.snapshot.compare()).isTrue();
      one.revoke("`user`:`ann`");
      assertThat(other.snapshot.refresh()).isTrue();
      assertThat(other.revoked.size()).isEqualTo(1);
    }
  }

  @Test
  void whatNeverEndsStays() {
    try (Database database = Stores.database(Dialect.SQLITE, folder);
        Node one = new Node(database, new Lamps(Optional.empty()), () -> now, 1)) {
      assertThat(one.revoke("`user`:`ann`").body().containsKey("endsAt")).isFalse();
      now = now.plus(Duration.ofDays(4000));
      one.upkeep.run();
      assertThat(one.revoked.size()).isEqualTo(1);
    }
  }

  @Test
  void aLaterWatermarkTakesThePlaceOfThoseOfUsers() {
    try (Database database = Stores.database(Dialect.SQLITE, folder);
        Node one = node(database, 1)) {
      one.revoke("`room`:`hall`,`user`:`ann`");
      one.revoke("`room`:`attic`,`user`:`ann`");
      one.revoke("`tokenId`:`x`");
      now = now.plusSeconds(60);
      one.revoke("`room`:`hall`,`issuedBefore`:`2026-11-21T12:01:00Z`");
      one.upkeep.run();
      assertThat(one.revoked.size()).isEqualTo(3);
      one.revoke("`issuedBefore`:`2026-11-21T12:01:00Z`");
      one.upkeep.run();
      assertThat(one.get("").body().getInteger("total")).isEqualTo(3);
      assertThat(one.refuses("attic//b", "ann", NOON.toString())).isTrue();
    }
  }

  /** Of two nodes that wrote at once, or after a restore, both are there. */
  @Test
  void ofTwoWatermarksOfTheSameTheLaterCountsAndTheEarlierGoes() {
    try (Database database = Stores.database(Dialect.SQLITE, folder);
        Node one = node(database, 1)) {
      String first = one.revoke("`issuedBefore`:`2026-11-21T11:30:00Z`").text("id");
      one.store.write(writing -> kept(writing, NOON.minus(Duration.ofHours(1))));
      assertThat(one.revoked.size()).isEqualTo(2);
      assertThat(one.refuses(TOKEN, "ann", "2026-11-21T11:15:00Z")).isTrue();
      one.upkeep.run();
      assertThat(one.get("").ids()).containsExactly(first);
    }
  }

  /** As an older server finds what a newer one revoked in a way that came after it. */
  @Test
  void whatANewerServerRevokedRefusesAllThatItMayMean() {
    try (Database database = Stores.database(Dialect.SQLITE, folder);
        Node one = node(database, 1)) {
      String half = "{\"platform\":\"lamps\",\"owner\":{\"id\":\"hall\",\"name\":\"hall\"},"
          + "\"colour\":\"red\",\"endsAt\":\"2026-11-22T12:00:00Z\"}";
      one.store.write(writing -> written(writing, "newer", half));
      assertThat(one.refuses(TOKEN, "ann", NOON.toString())).isTrue();
      assertThat(one.refuses(TOKEN, "ann", NOON.plusSeconds(1).toString())).isFalse();
      assertThat(one.refuses("attic//b", "ann", NOON.toString())).isFalse();
      assertThat(one.get("/newer").status()).isEqualTo(404);
      assertThat(new RevocationHealth(one.revoked).call().getData().orElseThrow())
          .containsEntry("unreadable", 1L)
          .containsEntry("degraded", true);
      now = NOON.plus(Duration.ofDays(10));
      one.upkeep.run();
      assertThat(one.revoked.unread()).as("nobody deletes what he cannot read").isEqualTo(1);
      one.store.write(writing -> written(writing, "newest", "nothing known"));
      assertThat(one.refuses("attic//b", "ann", now.toString()))
          .as("of whatever")
          .isTrue();
      try (Node later = node(database, 2)) {
        assertThat(later.revoked.unread()).isEqualTo(2);
      }
      one.store.write(writing -> {
        writing.delete(
            writing.find(new EntryId(Revocations.KIND, "newest")).orElseThrow(), "ann", now);
        return 0;
      });
      assertThat(one.revoked.unread()).isEqualTo(1);
      assertThat(one.refuses("attic//b", "ann", NOON.toString())).isFalse();
    }
  }

  private String written(Writing writing, String id, String document) {
    writing.create(
        new EntryId(Revocations.KIND, id), new Content(document, Words.NONE, Map.of()), "ann", now);
    return id;
  }

  private static Revocation kept(Writing writing, Instant before) {
    Revocation earlier = new Revocation(
        "earlier",
        "lamps",
        Optional.empty(),
        new Target.All(before),
        Optional.of(before.plus(Duration.ofDays(1))),
        Optional.empty(),
        NOON,
        "ann");
    writing.create(
        new EntryId(Revocations.KIND, earlier.id()), RevocationForm.write(earlier), "ann", NOON);
    return earlier;
  }

  private Node node(Database database, int seed) {
    return new Node(database, Lamps.OF_A_DAY, () -> now, seed);
  }
}
