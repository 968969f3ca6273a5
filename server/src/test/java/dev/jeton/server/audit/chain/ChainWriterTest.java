package dev.jeton.server.audit.chain;

import static dev.jeton.server.audit.chain.Chains.intact;
import static dev.jeton.server.audit.chain.Chains.row;
import static dev.jeton.server.audit.chain.Chains.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainWriterTest {
  @TempDir
  Path data;

  Path folder;
  UnreliableFolder disk;

  @BeforeEach
  void folder() {
    folder = data.resolve("audit");
    disk = new UnreliableFolder(folder);
  }

  private static void commitRow(ChainWriter chain) throws IOException {
    chain.prepare();
    row(chain, "r");
    chain.commit();
  }

  @Test
  void theFirstRowIsNumberOneAndTheFilesAreForTheServersUserOnly() throws IOException {
    Chains.write(folder, 1, Long.MAX_VALUE);

    assertThat(intact(folder).firstSeq()).isEqualTo(1);
    assertThat(Files.getPosixFilePermissions(segment(folder, 1)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aLineIsMadeAsTheDocumentsSay() throws IOException {
    Chains.write(folder, 1, Long.MAX_VALUE);

    assertThat(Files.readString(segment(folder, 1)))
        .isEqualTo("{\"seq\":1,\"at\":\"2026-01-02T03:04:05.678Z\",\"event\":\"agora-rtc-mint\","
            + "\"outcome\":\"minted\",\"code\":\"NONE\",\"caller\":\"app\",\"request\":\"row-0\","
            + "\"route\":\"/rtctoken\",\"platform\":\"agora\","
            + "\"details\":{\"channel\":\"room\",\"uid\":\"7\"},\"token\":\"0123\",\"count\":3,"
            + "\"prev\":\"0000000000000000000000000000000000000000000000000000000000000000\","
            + "\"hash\":\"HASH\"}\n".replace("HASH", intact(folder).head()));
  }

  @Test
  void aSecondRunGoesOnWhereTheFirstEnded() throws IOException {
    Chains.write(folder, 3, Long.MAX_VALUE);
    Chains.write(folder, 2, Long.MAX_VALUE);

    assertThat(intact(folder).lastSeq()).isEqualTo(5);
    assertThat(disk.numbers()).hasSize(1);
  }

  @Test
  void aFullSegmentIsFollowedByANewOne() throws IOException {
    Chains.write(folder, 10, 1000);

    assertThat(intact(folder).rows()).isEqualTo(10);
    assertThat(disk.numbers()).hasSizeBetween(3, 9);
  }

  @Test
  void aTornLastLineIsCutOff() throws IOException {
    Chains.write(folder, 3, Long.MAX_VALUE);
    Files.writeString(segment(folder, 1), "{\"seq\":4,\0\0", StandardOpenOption.APPEND);

    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      assertThat(chain.cutAtResume()).isEqualTo(11);
      commitRow(chain);
    }
    assertThat(intact(folder).rows()).isEqualTo(4);
  }

  @Test
  void aSegmentWithNothingButATornLineFollowsFromTheOneBefore() throws IOException {
    Chains.write(folder, 3, 1);
    Files.writeString(segment(folder, 4), "{\"seq\":4,");

    Chains.write(folder, 1, 1);

    assertThat(intact(folder).lastSeq()).isEqualTo(4);
    assertThat(Files.exists(segment(folder, 5))).isFalse();
  }

  @Test
  void aLongTornTailIsCutOffToo() throws IOException {
    Chains.write(folder, 2, Long.MAX_VALUE);
    Files.writeString(segment(folder, 1), "\0".repeat(300_000), StandardOpenOption.APPEND);

    Chains.write(folder, 1, Long.MAX_VALUE);

    assertThat(intact(folder).rows()).isEqualTo(3);
  }

  @Test
  void aLastLineThatIsNoRowStopsTheStartAndStaysAsItIs() throws IOException {
    Chains.write(folder, 2, Long.MAX_VALUE);
    Files.writeString(segment(folder, 1), "hello\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> ChainWriter.resume(disk, Long.MAX_VALUE))
        .isInstanceOf(ChainFault.class)
        .hasMessageContaining("is not a row of the audit chain");
    assertThat(Files.readString(segment(folder, 1))).endsWith("hello\n");
  }

  @Test
  void aLastLineThatWasChangedStopsTheStart() throws IOException {
    Chains.write(folder, 2, Long.MAX_VALUE);
    String text = Files.readString(segment(folder, 1));
    Files.writeString(segment(folder, 1), text.replace("row-1", "row-2"));

    assertThatThrownBy(() -> ChainWriter.resume(disk, Long.MAX_VALUE))
        .isInstanceOf(ChainFault.class);
  }

  @Test
  void aHalfWrittenBatchIsCutBackAndTheNumbersAreUsedAgain() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      commitRow(chain);
      long size = Files.size(segment(folder, 1));
      disk.halfFirst = true;
      disk.onWrite = UnreliableFolder.fail("disk full");
      chain.prepare();
      row(chain, "lost");
      assertThatThrownBy(chain::commit).hasMessage("disk full");
      assertThat(Files.size(segment(folder, 1))).isEqualTo(size);
      disk.onWrite = UnreliableFolder.Trouble.NONE;
      commitRow(chain);
    }
    assertThat(intact(folder).lastSeq()).isEqualTo(2);
  }

  @Test
  void rowsThatWereWrittenButNotForcedAreCutBack() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      commitRow(chain);
      disk.onForce = UnreliableFolder.fail("io");
      chain.prepare();
      row(chain, "lost");
      assertThatThrownBy(chain::commit).hasMessage("io");
      assertThat(Files.readString(segment(folder, 1))).doesNotContain("lost");
    }
  }

  @Test
  void aCutThatFailsIsMadeUpForBeforeTheNextRow() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      commitRow(chain);
      disk.onForce = UnreliableFolder.fail("io");
      disk.onTruncate = UnreliableFolder.fail("io");
      chain.prepare();
      row(chain, "lost");
      assertThatThrownBy(chain::commit).hasMessage("io");
      assertThatThrownBy(chain::prepare).hasMessage("io");
      disk.onForce = UnreliableFolder.Trouble.NONE;
      disk.onTruncate = UnreliableFolder.Trouble.NONE;
      assertThat(chain.prepare()).isEqualTo(Standing.KEPT);
      row(chain, "r");
      chain.commit();
    }
    assertThat(Files.readString(segment(folder, 1))).doesNotContain("lost");
    assertThat(intact(folder).rows()).isEqualTo(2);
  }

  @Test
  void afterTheFileWasDeletedANewSegmentGoesOnAndTheGapShows() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      commitRow(chain);
      commitRow(chain);
      Files.delete(segment(folder, 1));

      assertThat(chain.prepare()).isEqualTo(Standing.LOST);
      row(chain, "r");
      chain.commit();
    }
    assertThat(intact(folder).notes())
        .containsExactly("starts at seq 3, earlier segments are not here");
  }

  @Test
  void afterTheWholeFolderWasDeletedItIsMadeAgain() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      commitRow(chain);
      Files.delete(segment(folder, 1));
      Files.delete(folder);

      assertThat(chain.prepare()).isEqualTo(Standing.LOST);
      row(chain, "r");
      chain.commit();
    }
    assertThat(intact(folder).firstSeq()).isEqualTo(2);
  }

  @Test
  void aFileThatWasPutInItsPlaceIsLeftAloneAndANewSegmentGoesOn() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      commitRow(chain);
      byte[] copy = Files.readAllBytes(segment(folder, 1));
      Files.delete(segment(folder, 1));
      Files.write(segment(folder, 1), copy);

      assertThat(chain.prepare()).isEqualTo(Standing.LOST);
      row(chain, "r");
      chain.commit();
    }
    assertThat(intact(folder).rows()).isEqualTo(2);
    assertThat(Files.exists(segment(folder, 2))).isTrue();
  }

  @Test
  void aFileThatSomebodyElseChangedIsLeftAloneAndTheVerifierSaysWhere() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      commitRow(chain);
      Files.writeString(segment(folder, 1), "hello\n", StandardOpenOption.APPEND);

      assertThat(chain.prepare()).isEqualTo(Standing.LOST);
      row(chain, "r");
      chain.commit();
    }
    assertThat(Chains.broken(folder).line()).isEqualTo(2);
    assertThat(Chains.broken(folder).file()).isEqualTo(segment(folder, 1));
  }

  @Test
  void aNewSegmentThatCannotBeMadeNowIsMadeLater() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      commitRow(chain);
      Files.delete(segment(folder, 1));
      disk.onCreate = UnreliableFolder.fail("no space");
      assertThatThrownBy(chain::prepare).hasMessage("no space");
      disk.onCreate = UnreliableFolder.Trouble.NONE;
      assertThat(chain.prepare()).isEqualTo(Standing.LOST);
      row(chain, "r");
      chain.commit();
    }
    assertThat(intact(folder).lastSeq()).isEqualTo(2);
  }
}
