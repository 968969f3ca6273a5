package dev.jeton.server.audit.chain;

import static dev.jeton.server.audit.chain.Chains.broken;
import static dev.jeton.server.audit.chain.Chains.intact;
import static dev.jeton.server.audit.chain.Chains.lines;
import static dev.jeton.server.audit.chain.Chains.put;
import static dev.jeton.server.audit.chain.Chains.segment;
import static dev.jeton.server.audit.chain.Chains.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainVerifierTest {
  @TempDir
  Path folder;

  @Test
  void whatTheWriterWroteIsIntact() throws IOException {
    Chains.write(folder, 10, Long.MAX_VALUE);

    ChainVerdict.Intact intact = intact(folder);

    assertThat(intact.rows()).isEqualTo(10);
    assertThat(intact.firstSeq()).isEqualTo(1);
    assertThat(intact.lastSeq()).isEqualTo(10);
    assertThat(intact.firstAt()).isEqualTo(Chains.AT);
    assertThat(intact.lastAt()).isEqualTo(Chains.AT);
    assertThat(lines(segment(folder, 1)).get(9)).contains("\"hash\":\"" + intact.head() + "\"");
    assertThat(intact.notes()).isEmpty();
  }

  @Test
  void anEmptyFolderIsAChainWithoutRows() throws IOException {
    assertThat(intact(folder).rows()).isZero();
    assertThat(intact(folder.resolve("none")).rows()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"seq\":3| \"seq\":4",
        "03:04:05.678| 03:04:05.679",
        "agora-rtc-mint| agora-rtm-mint",
        "minted| denied",
        "NONE| SOME",
        "\"caller\":\"app\"| \"caller\":\"web\"",
        "row-2| row-9",
        "/rtctoken| /rtmtoken",
        "\"platform\":\"agora\"| \"platform\":\"other\"",
        "\"channel\":\"room\"| \"channel\":\"hall\"",
        "\"uid\":\"7\"| \"uid\":\"8\"",
        "\"token\":\"0123\"| \"token\":\"0124\"",
        "\"count\":3| \"count\":4",
        "\"count\":3| \"count\":3,\"more\":1",
        "\"outcome\":\"minted\",|''",
        "\"prev\":\"| \"prev\":\"f",
        "\"hash\":\"| \"hash\":\"0",
      })
  void aChangeInAnyMemberBreaksTheChainAtItsLine(String from, String to) throws IOException {
    Chains.write(folder, 5, Long.MAX_VALUE);
    List<String> lines = new ArrayList<>(lines(segment(folder, 1)));
    String changed = lines.get(2).replace(from, to);
    assertThat(changed).isNotEqualTo(lines.get(2));
    lines.set(2, changed);
    put(segment(folder, 1), lines);

    assertThat(broken(folder).line()).isEqualTo(3);
    assertThat(broken(folder).file()).isEqualTo(segment(folder, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prev", "hash"})
  void aFlippedDigitOfAHashIsFound(String member) throws IOException {
    Chains.write(folder, 3, Long.MAX_VALUE);
    List<String> lines = new ArrayList<>(lines(segment(folder, 1)));
    int at = lines.get(1).indexOf("\"" + member + "\":\"") + member.length() + 4;
    char flipped = lines.get(1).charAt(at) == '0' ? '1' : '0';
    lines.set(1, lines.get(1).substring(0, at) + flipped + lines.get(1).substring(at + 1));
    put(segment(folder, 1), lines);

    assertThat(broken(folder).line()).isEqualTo(2);
    assertThat(broken(folder).expected()).startsWith(member + " ");
    assertThat(broken(folder).found()).startsWith(member + " " + flipped);
  }

  @Test
  void aRemovedLineShowsAtTheLineAfterIt() throws IOException {
    Chains.write(folder, 5, Long.MAX_VALUE);
    List<String> lines = new ArrayList<>(lines(segment(folder, 1)));
    lines.remove(2);
    put(segment(folder, 1), lines);

    assertThat(broken(folder))
        .isEqualTo(new ChainVerdict.Broken(segment(folder, 1), 3, "seq 3", "seq 4"));
  }

  @Test
  void aLineThatStandsTwiceIsFound() throws IOException {
    Chains.write(folder, 5, Long.MAX_VALUE);
    List<String> lines = new ArrayList<>(lines(segment(folder, 1)));
    lines.add(2, lines.get(1));
    put(segment(folder, 1), lines);

    assertThat(broken(folder))
        .isEqualTo(new ChainVerdict.Broken(segment(folder, 1), 3, "seq 3", "seq 2"));
  }

  @Test
  void linesInAnotherOrderAreFound() throws IOException {
    Chains.write(folder, 5, Long.MAX_VALUE);
    List<String> lines = new ArrayList<>(lines(segment(folder, 1)));
    lines.add(2, lines.remove(1));
    put(segment(folder, 1), lines);

    assertThat(broken(folder).line()).isEqualTo(2);
  }

  @Test
  void aRowOfAnotherChainWithTheRightNumberIsFound(@TempDir Path other) throws IOException {
    Chains.write(folder, 1, Long.MAX_VALUE);
    Chains.write(folder, 1, Long.MAX_VALUE);
    Chains.write(other, 2, Long.MAX_VALUE);
    put(
        segment(folder, 1),
        List.of(lines(segment(folder, 1)).get(0), lines(segment(other, 1)).get(1)));
    assertThat(intact(folder).rows()).isEqualTo(2);

    try (ChainWriter chain = ChainWriter.resume(new DiskFolder(other), Long.MAX_VALUE)) {
      Chains.row(chain, "else");
      chain.commit();
    }
    Chains.write(folder, 1, Long.MAX_VALUE);
    Chains.write(folder, 1, Long.MAX_VALUE);
    Chains.write(other, 1, Long.MAX_VALUE);
    List<String> mixed = new ArrayList<>(lines(segment(folder, 1)));
    mixed.set(3, lines(segment(other, 1)).get(3));
    put(segment(folder, 1), mixed);

    assertThat(broken(folder).line()).isEqualTo(4);
    assertThat(broken(folder).expected()).startsWith("prev ");
  }

  @Test
  void aChainThatBeginsWithRowOneFollowsFromNothing() throws IOException {
    Chains.write(folder, 1, Long.MAX_VALUE);
    String line = lines(segment(folder, 1)).get(0);
    put(segment(folder, 1), List.of(line.replace("\"prev\":\"00", "\"prev\":\"ab")));

    assertThat(broken(folder).expected()).isEqualTo("prev of zeros in row 1");
  }

  @Test
  void aSegmentMissingInTheMiddleIsFound() throws IOException {
    Chains.write(folder, 6, 1);
    Files.delete(segment(folder, 3));

    assertThat(broken(folder))
        .isEqualTo(new ChainVerdict.Broken(segment(folder, 4), 1, "seq 3", "seq 4"));
  }

  @Test
  void missingFirstSegmentsAreToldAsANote() throws IOException {
    Chains.write(folder, 6, 1);
    Files.delete(segment(folder, 1));
    Files.delete(segment(folder, 2));

    assertThat(intact(folder).notes())
        .containsExactly("starts at seq 3, earlier segments are not here");
    assertThat(intact(folder).rows()).isEqualTo(4);
  }

  @Test
  void onlyANotedHeadShowsThatTheTailWasRemoved() throws IOException {
    Chains.write(folder, 6, 1);
    String head = intact(folder).head();
    assertThat(verify(folder, head)).isInstanceOf(ChainVerdict.Intact.class);
    Files.delete(segment(folder, 6));

    assertThat(intact(folder).rows()).isEqualTo(5);
    assertThat(verify(folder, head)).isInstanceOfSatisfying(ChainVerdict.Broken.class, broken -> {
      assertThat(broken.line()).isZero();
      assertThat(broken.expected()).endsWith(head);
      assertThat(broken.found()).startsWith("none up to seq 5");
    });
  }

  @Test
  void aHeadThatWasNotedEarlierStaysGoodWhileTheChainGrows() throws IOException {
    Chains.write(folder, 3, 1);
    String head = intact(folder).head();
    Chains.write(folder, 3, 1);

    assertThat(verify(folder, head)).isInstanceOf(ChainVerdict.Intact.class);
    for (int i = 1; i <= 3; i++) {
      Files.delete(segment(folder, i));
    }
    assertThat(verify(folder, head)).isInstanceOf(ChainVerdict.Intact.class);
  }

  @Test
  void anExpectedHeadOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> verify(folder, "abc"))
        .hasMessage("a head is 64 lower-case hexadecimal digits");
  }

  @Test
  void anUnfinishedLastLineIsANoteAndNotABreak() throws IOException {
    Chains.write(folder, 3, Long.MAX_VALUE);
    Files.writeString(segment(folder, 1), "{\"seq\":4", StandardOpenOption.APPEND);

    assertThat(intact(folder).rows()).isEqualTo(3);
    assertThat(intact(folder).notes())
        .containsExactly(
            "the last line is unfinished (8 bytes): it is being written, or a crash has torn it");
  }

  @Test
  void anUnfinishedLineBeforeTheLastSegmentIsABreak() throws IOException {
    Chains.write(folder, 3, 1);
    Files.writeString(segment(folder, 2), "{\"seq\":4", StandardOpenOption.APPEND);

    assertThat(broken(folder).file()).isEqualTo(segment(folder, 2));
    assertThat(broken(folder).line()).isEqualTo(2);
  }

  @Test
  void aLineWithoutEndIsFoundWithoutReadingItWhole() throws IOException {
    Chains.write(folder, 1, Long.MAX_VALUE);
    Files.writeString(segment(folder, 1), "x".repeat(1_000_000), StandardOpenOption.APPEND);

    assertThat(broken(folder).found()).isEqualTo("a line that is not a row");
  }

  @Test
  void linesAreReadWholeWhereverTheReadBufferEnds() throws IOException {
    Chains.write(folder, 20_000, 100, Long.MAX_VALUE);
    assertThat(Files.size(segment(folder, 1))).isGreaterThan(3L * (4 * LineForm.LONGEST));

    assertThat(intact(folder).rows()).isEqualTo(20_000);
  }

  @Test
  void progressReachesTheTotal() throws IOException {
    Chains.write(folder, 5000, 100, 1 << 20);
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();

    new ChainVerifier(folder, null, (bytes, total) -> {
          done.add(bytes);
          totals.add(total);
        })
        .verify();

    assertThat(done).isSorted().hasSizeGreaterThan(1);
    assertThat(done.get(done.size() - 1)).isEqualTo(totals.get(0));
    assertThat(totals).containsOnly(totals.get(0));
  }
}
