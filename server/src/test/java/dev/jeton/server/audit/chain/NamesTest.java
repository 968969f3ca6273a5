package dev.jeton.server.audit.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
  private static final PersonHash HASHES = new PersonHash(KEY);

  @TempDir
  Path data;

  private Path folder;
  private UnreliableFolder disk;

  @BeforeEach
  void folder() {
    folder = data.resolve("audit");
    disk = new UnreliableFolder(folder);
  }

  private Path names(int number) {
    return folder.resolve("%06d.names".formatted(number));
  }

  private static void rows(ChainWriter chain, String... people) throws IOException {
    chain.prepare();
    for (String person : people) {
      ChainLine line = chain.begin(Chains.AT);
      line.text("event", "mint");
      line.people(Map.of("user", List.of(person)), HASHES);
      chain.seal();
    }
    chain.commit();
  }

  private void write(String... people) throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      rows(chain, people);
    }
  }

  private static String line(String person) {
    return "{\"hash\":\"" + HASHES.of(person) + "\",\"text\":\"" + person + "\"}";
  }

  private List<String> find(String person) throws IOException {
    List<String> found = new ArrayList<>();
    ChainSearch.person(folder, KEY, person).search(found::add);
    return found;
  }

  private int erase(String person) throws IOException {
    return NamesEraser.of(disk, HASHES, person).upTo(Integer.MAX_VALUE);
  }

  @Test
  void theChainHasTheHashAndTheFileBesideItTheTextOnce() throws IOException {
    write("alice", "bob", "alice");

    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"), line("bob"));
    assertThat(Files.getPosixFilePermissions(names(1)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    List<String> lines = Chains.lines(Chains.segment(folder, 1));
    assertThat(lines.get(0)).contains(",\"people\":{\"user\":\"" + HASHES.of("alice") + "\"},");
    assertThat(lines).noneMatch(line -> line.contains("alice"));
    assertThat(Chains.intact(folder).rows()).isEqualTo(3);
  }

  @Test
  void rowsAboutNobodyMakeNoFile() throws IOException {
    Chains.write(folder, 2, Long.MAX_VALUE);

    assertThat(names(1)).doesNotExist();
  }

  @Test
  void everySegmentHasTheNamesOfItsOwnRows() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, 1)) {
      rows(chain, "alice");
      rows(chain, "alice");
    }
    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"));
    assertThat(Files.readAllLines(names(2))).containsExactly(line("alice"));
  }

  @Test
  void theRowsOfAPersonAreFoundWithTheNamesThatAreStillThere() throws IOException {
    write("alice", "bob", "alice");

    List<String> rows = Chains.lines(Chains.segment(folder, 1));
    String end = ",\"names\":{\"user\":\"alice\"}}";
    assertThat(find("alice")).containsExactly(shown(rows.get(0), end), shown(rows.get(2), end));
    erase("alice");
    assertThat(find("alice")).containsExactly(rows.get(0), rows.get(2));
    assertThat(find("carol")).isEmpty();
  }

  private static String shown(String row, String end) {
    return row.substring(0, row.length() - 1) + end;
  }

  @Test
  void aNameThatSomebodyHasChangedIsNotShown() throws IOException {
    write("alice");
    Files.writeString(names(1), line("alice").replace("alice", "mallory") + "\n");

    assertThat(find("alice")).containsExactlyElementsOf(Chains.lines(Chains.segment(folder, 1)));
  }

  @Test
  void anErasedPersonIsGoneFromEveryFileAndTheChainStaysIntact() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, 1)) {
      rows(chain, "alice", "bob");
      rows(chain, "alice", "carol");
      rows(chain, "dave");
    }
    String head = Chains.intact(folder).head();
    byte[] untouched = Files.readAllBytes(names(3));

    assertThat(erase("alice")).isEqualTo(2);

    assertThat(Files.readAllLines(names(1))).containsExactly(line("bob"));
    assertThat(Files.readAllLines(names(2))).containsExactly(line("carol"));
    assertThat(Files.readAllBytes(names(3))).isEqualTo(untouched);
    assertThat(Files.getPosixFilePermissions(names(1)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Chains.intact(folder).head()).isEqualTo(head);
    assertThat(erase("alice")).isZero();
  }

  @Test
  void aLineThatNobodyCanReadIsDroppedByTheNextErasure() throws IOException {
    write("alice", "bob");
    Files.writeString(names(1), "ali\n{\"hash\":\"torn", StandardOpenOption.APPEND);

    assertThat(erase("carol")).isZero();

    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"), line("bob"));
  }

  @Test
  void whatACrashLeftOfAnErasureIsCleanedUpByTheNext() throws IOException {
    write("alice");
    Path left = folder.resolve("000001.names.new");
    Files.writeString(left, line("bob"));

    assertThat(erase("carol")).isZero();
    assertThat(left).doesNotExist();
  }

  @Test
  void anErasureThatFailsLeavesTheFileAsItWas() throws IOException {
    write("alice");
    Files.createDirectories(folder.resolve("000001.names.new/in-the-way"));

    assertThatThrownBy(() -> erase("alice")).isInstanceOf(IOException.class);
    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"));
  }

  @Test
  void aPersonWhoComesAgainAfterAnErasureIsWrittenAgain() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      rows(chain, "alice", "bob");
      assertThat(chain.eraseFromCurrent(NamesEraser.of(disk, HASHES, "alice"))).isEqualTo(1);
      assertThat(Files.readAllLines(names(1))).containsExactly(line("bob"));
      rows(chain, "alice");
    }
    assertThat(Files.readAllLines(names(1))).containsExactly(line("bob"), line("alice"));
  }

  @Test
  void aTornNameIsCutBeforeTheNextOne() throws IOException {
    write("alice");
    Files.writeString(names(1), "{\"hash\":\"", StandardOpenOption.APPEND);

    write("bob");

    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"), line("bob"));
    assertThat(Chains.intact(folder).rows()).isEqualTo(2);
  }

  @Test
  void namesAreOnTheDiskBeforeTheirRows() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      int forced = disk.names().forces;
      disk.onWrite = () -> {
        assertThat(disk.names().forces).isEqualTo(forced + 1);
        assertThat(names(1)).content().contains("alice");
      };
      rows(chain, "alice");
    }
  }

  @Test
  void rowsCountOnlyWhenTheirNamesAreOnTheDiskToo() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      rows(chain, "alice");
      disk.names().onForce = UnreliableFolder.fail("io");
      assertThatThrownBy(() -> rows(chain, "bob")).hasMessage("io");
      disk.names().onForce = UnreliableFolder.Trouble.NONE;
      assertThat(Chains.intact(folder).rows()).isEqualTo(1);
      assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"));
      rows(chain, "carol");
    }
    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"), line("carol"));
    assertThat(Chains.intact(folder).rows()).isEqualTo(2);
  }

  @Test
  void namesOfRowsThatCouldNotBeWrittenAreTakenBackAndTriedAgain() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      rows(chain, "alice");
      disk.onForce = UnreliableFolder.fail("io");
      assertThatThrownBy(() -> rows(chain, "bob")).hasMessage("io");
      assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"));
      disk.onForce = UnreliableFolder.Trouble.NONE;
      rows(chain, "bob");
    }
    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"), line("bob"));
  }

  @Test
  void withoutItsNameNoRowIsWrittenAndHalfANameIsCutBack() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      rows(chain, "alice");
      disk.names().halfFirst = true;
      disk.names().onWrite = UnreliableFolder.fail("disk full");
      disk.names().onTruncate = UnreliableFolder.fail("io");
      assertThatThrownBy(() -> rows(chain, "bob")).hasMessage("disk full");
      assertThat(Chains.intact(folder).rows()).isEqualTo(1);
      disk.names().halfFirst = false;
      disk.names().onWrite = UnreliableFolder.Trouble.NONE;
      disk.names().onTruncate = UnreliableFolder.Trouble.NONE;
      rows(chain, "bob");
    }
    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"), line("bob"));
    assertThat(Chains.intact(folder).rows()).isEqualTo(2);
  }

  @Test
  void aFileOfNamesThatSomebodyDeletedIsBegunAgain() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      rows(chain, "alice");
      Files.delete(names(1));
      rows(chain, "alice");
    }
    assertThat(Files.readAllLines(names(1))).containsExactly(line("alice"));
  }

  @Test
  void rowsOfTheEarlierFormAreFoundInClearAndVerify() throws IOException {
    try (ChainWriter chain = ChainWriter.resume(disk, Long.MAX_VALUE)) {
      chain.prepare();
      old(chain, Map.of("from", "alice", "realm", "bob"));
      old(chain, Map.of("service1", "rtc channel=x user=alice {1=60}", "project", "main"));
      old(chain, Map.of("service1", "rtc channel=x user=alice2 {1=60}"));
      old(chain, Map.of("service1", "rtm user=\"q\" {1=60}", "publicKey", "a\"b"));
      chain.commit();
    }
    write("alice");

    List<String> rows = Chains.lines(Chains.segment(folder, 1));
    assertThat(find("alice")).startsWith(rows.get(0), rows.get(1)).hasSize(3);
    assertThat(find("a\"b")).containsExactly(rows.get(3));
    assertThat(find("\"q\"")).containsExactly(rows.get(3));
    assertThat(find("bob")).isEmpty();
    assertThat(find("main")).isEmpty();
    assertThat(ChainSearch.clear(folder, KEY, "alice").search(row -> {})).isEqualTo(2);
    assertThat(Chains.intact(folder).rows()).isEqualTo(5);
  }

  private static void old(ChainWriter chain, Map<String, String> details) {
    ChainLine line = chain.begin(Chains.AT);
    line.text("event", "mint");
    line.details(details);
    chain.seal();
  }
}
