package dev.jeton.server.revocations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused after what was revoked, and what the answers say. */
class RevokingTest {
  private static final String NOON = "2026-11-21T12:00:00Z";
  private static final String TOKEN = "hall/2026-11-21T18:00:00Z/a";

  private final Database database;
  private final Node node;
  private Instant now = Instant.parse(NOON);

  RevokingTest(@TempDir Path folder) {
    database = Stores.database(Dialect.SQLITE, folder);
    node = new Node(database, Lamps.OF_A_DAY, () -> now, 1);
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void aTokenIsRefusedByItselfUntilItEnds() {
    assertThat(node.refuses(TOKEN, "ann", NOON)).isFalse();
    Node.Answer answer = node.revoke("`token`:`" + TOKEN + "`,`reason`:`lost`");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("tokenId")).isEqualTo(TokenIds.of(TOKEN)).hasSize(64);
    assertThat(answer.text("room")).isEqualTo("hall");
    assertThat(answer.text("refuses")).isEqualTo("the token of room hall with this id");
    assertThat(answer.text("notKnownTo")).isEqualTo("The lamp does not know of it.");
    assertThat(answer.text("endsAt")).isEqualTo("2026-11-21T18:00:00Z");
    assertThat(answer.text("reason")).isEqualTo("lost");
    assertThat(answer.body().getJsonArray("notes")).isEmpty();
    assertThat(node.refuses(TOKEN, "ann", NOON)).isTrue();
    assertThat(node.refuses(TOKEN + "b", "ann", NOON)).isFalse();
    assertThat(node.revoked.pass("others", TOKEN, text -> Lamps.facts(text, "ann", NOON)))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void anIdWithoutItsTokenIsKeptForAsLongAsAnyTokenMayLive() {
    Node.Answer answer =
        node.revoke("`tokenId`:`" + TokenIds.of(TOKEN).toUpperCase(Locale.ROOT) + "`");
    assertThat(answer.text("tokenId")).isEqualTo(TokenIds.of(TOKEN));
    assertThat(answer.text("endsAt")).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(answer.text("refuses")).isEqualTo("the token of every room with this id");
    assertThat(node.refuses(TOKEN, "ann", NOON)).isTrue();
  }

  @Test
  void anIdWithoutItsTokenNeedsAnEndWhereNobodyKnowsOne() {
    try (Node endless = new Node(database, new Lamps(Optional.empty()), () -> now, 3)) {
      String id = "`tokenId`:`" + TokenIds.of(TOKEN) + "`";
      assertThat(endless.revoke(id).text("code")).isEqualTo("end-needed");
      assertThat(endless.revoke(id + ",`endsAt`:`" + NOON + "`").text("code"))
          .isEqualTo("token-ended");
      assertThat(endless
              .revoke(id + ",`endless`:true,`endsAt`:`2026-11-23T12:00:00Z`")
              .text("code"))
          .isEqualTo("wrong-end");
      for (String late : List.of("2926-11-23T12:00:00Z", "2036-11-22T12:00:00.001Z")) {
        assertThat(endless.revoke(id + ",`endsAt`:`" + late + "`").text("code"))
            .as(late)
            .isEqualTo("wrong-end");
      }
      for (String never : List.of("+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z")) {
        assertThat(endless.revoke(id + ",`endsAt`:`" + never + "`").text("code"))
            .as(never)
            .isEqualTo("wrong-time");
        assertThat(endless.revoke("`issuedBefore`:`" + never + "`").text("code"))
            .as(never)
            .isEqualTo("wrong-time");
      }
      assertThat(endless.refuses(TOKEN, "ann", NOON)).isFalse();
      assertThat(endless.revoke(id + ",`endsAt`:`2026-11-23T12:00:00Z`").text("endsAt"))
          .isEqualTo("2026-11-23T12:00:00Z");
      Node.Answer forEver = endless.revoke(id + ",`endless`:true");
      assertThat(forEver.status()).isEqualTo(201);
      assertThat(forEver.body().containsKey("endsAt")).isFalse();
      assertThat(forEver.body().getJsonArray("notes").getString(0)).contains("deletes it");
      now = now.plus(Duration.ofDays(4000));
      endless.upkeep.run();
      assertThat(endless.get("").ids()).containsExactly(forEver.text("id"));
      assertThat(endless.refuses(TOKEN, "ann", NOON)).isTrue();
    }
  }

  @Test
  void aTokenOfNobodyHereRevokesNothingButItsOwnText() {
    String forged = "hall/2026-11-21T18:00:00Z/forged";
    assertThat(node.revoke("`token`:`" + forged + "`").text("code")).isEqualTo("token-unverified");
    assertThat(node.get("").ids()).isEmpty();
    assertThat(node.revoke("`token`:`" + forged + "`,`unverified`:true").text("tokenId"))
        .isEqualTo(TokenIds.of(forged));
    assertThat(node.refuses(forged, "ann", NOON)).isTrue();
    assertThat(node.refuses(TOKEN, "ann", NOON)).isFalse();
  }

  @Test
  void anIdThatLooksLikeAHashIsTakenAsItIsToo() {
    String id = TokenIds.of(TOKEN).toUpperCase(Locale.ROOT);
    node.revoke("`tokenId`:`" + id + "`");
    assertThat(node.revoked.refuses(
            "lamps", () -> new TokenFacts("hall", () -> List.of(id), List.of(), Optional.empty())))
        .isTrue();
    assertThat(node.refuses(TOKEN, "ann", NOON)).isTrue();
  }

  @Test
  void everythingOfAUserGoesUpToNowAndNothingOfLater() {
    Node.Answer answer = node.revoke("`room`:`hall`,`user`:`ann`");
    assertThat(answer.text("issuedBefore")).isEqualTo("2026-11-21T12:00:00.001Z");
    assertThat(answer.text("refuses"))
        .isEqualTo(
            "every token of this user of room hall that was issued before 2026-11-21T12:00:00.001Z");
    assertThat(answer.body().getJsonArray("notes")).containsExactly("an old lamp says no time");
    assertThat(node.refuses(TOKEN, "ann", NOON)).isTrue();
    assertThat(node.refuses(TOKEN, "ann", "")).as("without a time").isTrue();
    assertThat(node.refuses(TOKEN, "ann", "2026-11-21T12:00:01Z")).isFalse();
    assertThat(node.refuses(TOKEN, "bob", NOON)).isFalse();
    assertThat(node.refuses("attic//x", "ann", NOON)).isFalse();
  }

  @Test
  void everythingOfBeforeAnInstantGoesOfOneRoomOrOfAll() {
    node.revoke("`room`:`hall`,`issuedBefore`:`2026-11-21T11:00:00Z`");
    assertThat(node.refuses(TOKEN, "ann", "2026-11-21T10:59:59.999Z")).isTrue();
    assertThat(node.refuses(TOKEN, "ann", "2026-11-21T11:00:00Z")).isFalse();
    assertThat(node.refuses("attic//x", "ann", "2026-11-21T10:00:00Z")).isFalse();
    node.revoke("`issuedBefore`:`2026-11-21T10:30:00Z`");
    assertThat(node.refuses("attic//x", "ann", "2026-11-21T10:00:00Z")).isTrue();
    assertThat(node.refuses("attic//x", "ann", "2026-11-21T10:45:00Z")).isFalse();
  }

  @Test
  void aWatermarkOnlyMovesForwardAndTheFormerOneGoes() {
    String first = node.revoke("`issuedBefore`:`2026-11-21T11:00:00Z`").text("id");
    assertThat(node.revoke("`issuedBefore`:`2026-11-21T10:00:00Z`").text("code"))
        .isEqualTo("watermark-behind");
    Node.Answer same = node.revoke("`issuedBefore`:`2026-11-21T11:00:00Z`");
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.text("id")).isEqualTo(first);
    String second = node.revoke("`issuedBefore`:`2026-11-21T11:30:00Z`").text("id");
    assertThat(node.get("").ids()).containsExactly(second);
    assertThat(node.get("/" + first).status()).isEqualTo(404);
    assertThat(node.refuses(TOKEN, "ann", "2026-11-21T11:15:00Z")).isTrue();
    assertThat(node.revoke("`user`:`ann`,`issuedBefore`:`2026-11-21T10:00:00Z`").status())
        .as("another one's")
        .isEqualTo(201);
  }

  @Test
  void whatIsRevokedAlreadyIsNotRevokedTwice() {
    String id = node.revoke("`token`:`" + TOKEN + "`").text("id");
    Node.Answer again = node.revoke("`token`:`" + TOKEN + "`");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(id);
    assertThat(node.audit.rows).hasSize(1);
  }

  @Test
  void whatWouldGoTooSoonIsRevokedAnew() {
    String id = TokenIds.of(TOKEN);
    assertThat(node.revoke("`tokenId`:`" + id + "`").status()).isEqualTo(201);
    now = Instant.parse("2026-11-21T12:30:00Z");
    assertThat(node.revoke("`tokenId`:`" + id + "`").status()).isEqualTo(200);
    now = Instant.parse("2026-11-22T12:30:00Z");
    assertThat(node.revoke("`tokenId`:`" + id + "`").status()).isEqualTo(201);
    now = Instant.parse("2026-11-22T13:00:01Z");
    node.upkeep.run();
    assertThat(node.get("").ids()).hasSize(1);
    assertThat(node.refuses(TOKEN, "ann", NOON)).isTrue();
  }

  @Test
  void whereThereIsRoomForNoMoreAllCanStillBeRevoked() {
    try (Node small = new Node(database, Lamps.OF_A_DAY, () -> now, 2, 1)) {
      assertThat(small.revoke("`tokenId`:`a`").status()).isEqualTo(201);
      assertThat(small.revoke("`tokenId`:`b`").text("code")).isEqualTo("revocations-full");
      assertThat(small.revoke("`user`:`ann`").text("code")).isEqualTo("revocations-full");
      assertThat(small.revoke("`issuedBefore`:`" + NOON + "`").status()).isEqualTo(201);
    }
  }

  @Test
  void theAuditHasWhoRevokedWhatAndNobodysNameInClear() {
    node.revoke("`token`:`" + TOKEN + "`,`reason`:`ann lost it`");
    node.revoke("`user`:`ann`");
    assertThat(node.audit.rows).extracting(AuditRow::event).containsOnly("revocation-create");
    AuditRow token = node.audit.rows.get(0);
    assertThat(token.platform()).isEqualTo("lamps");
    assertThat(token.tokens()).containsExactly(TOKEN);
    assertThat(token.details())
        .containsEntry("of", "hall")
        .containsEntry("tokenId", TokenIds.of(TOKEN))
        .doesNotContainKey("reason");
    AuditRow user = node.audit.rows.get(1);
    assertThat(user.people().byRole()).containsEntry("user", List.of("ann"));
    assertThat(user.details().values()).doesNotContain("ann");
  }

  @Test
  void nothingIsRevokedThatTheAuditCannotHold() {
    node.audit.broken = true;
    assertThat(node.revoke("`user`:`ann`").status()).isEqualTo(503);
    assertThat(node.refuses(TOKEN, "ann", NOON)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "`room`:`hall`|wrong-target",
        "`tokenId`:`a`,`user`:`ann`|wrong-target",
        "`tokenId`:`a`,`issuedBefore`:`2026-11-21T11:00:00Z`|wrong-target",
        "`room`:`cellar`,`user`:`ann`|unknown-room",
        "`token`:`nonsense`|wrong-token",
        "`token`:`hall/2026-11-21T11:00:00Z/a`|token-ended",
        "`room`:`attic`,`token`:`hall/2026-11-21T18:00:00Z/a`|other-room",
        "`tokenId`:` `|wrong-token-id",
        "`issuedBefore`:`yesterday`|wrong-time",
        "`issuedBefore`:`2026-11-21T12:00:01Z`|time-ahead",
        "`issuedBefore`:`2026-11-20T11:00:00Z`|all-ended",
        "`user`:`ann`,`reason`:`a\\nb`|wrong-reason",
        "`user`:`ann`,`endless`:true|wrong-target",
        "`tokenId`:`a`,`unverified`:true|wrong-target",
        "`project`:`hall`,`user`:`ann`|unknown-member"
      })
  void whatCannotBeMeantIsRefused(String members, String code) {
    Node.Answer answer = node.revoke(members);
    assertThat(answer.text("code")).as(members).isEqualTo(code);
    assertThat(node.get("").ids()).isEmpty();
  }

  @Test
  void theListHasTheNewestFirstPageByPage() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      now = now.plusSeconds(i % 2);
      made.add(0, node.revoke("`user`:`u" + i + "`").text("id"));
    }
    List<String> read = new ArrayList<>();
    String after = "";
    do {
      Node.Answer page = node.get("?limit=2&platform=lamps" + after);
      assertThat(page.body().getInteger("total")).isEqualTo(5);
      read.addAll(page.ids());
      after = page.text("next").isEmpty() ? "" : "&after=" + page.text("next");
    } while (!after.isEmpty());
    assertThat(read).containsExactlyInAnyOrderElementsOf(made);
    assertThat(read.get(0)).isEqualTo(made.get(0));
    assertThat(node.get("?platform=others").ids()).isEmpty();
    assertThat(node.get("?limit=0").text("code")).isEqualTo("wrong-limit");
    assertThat(node.get("?after=x").text("code")).isEqualTo("wrong-after");
    assertThat(node.get("/" + made.get(0)).text("user")).isEqualTo("u4");
  }

  @Test
  void nobodyTakesBackWhatGoesByItselfOrStandsForMany() {
    for (String members : List.of("`user`:`ann`", "`token`:`" + TOKEN + "`")) {
      String id = node.revoke(members).text("id");
      assertThat(node.delete("/" + id).text("code")).isEqualTo("not-removable");
    }
    assertThat(node.get("").ids()).hasSize(2);
    assertThat(node.delete("/nobodys").status()).isEqualTo(404);
  }

  @Test
  void whatRefusesOneTokenForEverCanBeDeletedAndTheAuditHasIt() {
    try (Node endless = new Node(database, new Lamps(Optional.empty()), () -> now, 3)) {
      String id = endless
          .revoke("`tokenId`:`" + TokenIds.of(TOKEN) + "`,`endless`:true")
          .text("id");
      assertThat(endless.refuses(TOKEN, "ann", NOON)).isTrue();
      assertThat(endless.delete("/" + id).status()).isEqualTo(204);
      assertThat(endless.refuses(TOKEN, "ann", NOON)).isFalse();
      assertThat(endless.audit.rows.get(1).event()).isEqualTo("revocation-delete");
      assertThat(endless.audit.rows.get(1).details()).containsEntry("id", id);
    }
  }
}
