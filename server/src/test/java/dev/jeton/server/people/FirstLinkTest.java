package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Role;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the link for the first operator is shown. */
class FirstLinkTest {
  private static final String HERE = "http://localhost:8080";

  @TempDir
  private Path folder;

  private final Persons persons = new Persons();
  private Instant now = PeopleServer.START;

  private FirstLink first(boolean terminal, boolean local) {
    return new FirstLink(
        persons, new Surroundings(folder, terminal, local), () -> now, new Random(4));
  }

  private static Stored<PersonSpec> olga() {
    PersonSpec spec = new PersonSpec("olga", Optional.empty(), Set.of(Role.OPERATOR), true);
    return new Stored<>(
        "p1", spec, KeyVersions.NONE, Map.of(), 1, PeopleServer.START, PeopleServer.START, "test");
  }

  private Path file() {
    return folder.resolve("first-operator.link");
  }

  @Test
  void onATerminalItIsPrintedAndNoFileIsWritten() {
    assertThat(first(true, true).lines(HERE))
        .singleElement()
        .asString()
        .contains(HERE + "/welcome#first-");
    assertThat(file()).doesNotExist();
  }

  @Test
  void whereAPrintedLineWouldStandInALogItStandsInAFileForTheOwnerAlone() throws IOException {
    FirstLink first = first(false, true);
    assertThat(first.lines(HERE))
        .singleElement()
        .asString()
        .contains(file().toString())
        .doesNotContain("#first-");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    String link = Files.readString(file()).strip();
    assertThat(link).startsWith(HERE + "/welcome#first-");
    assertThat(first.take(link.substring(link.indexOf('#') + 1))).isNotNull();
  }

  @Test
  void theFileGoesWhenTheLinkIsOver() {
    FirstLink first = first(false, true);
    first.lines(HERE);
    now = now.plus(Duration.ofMinutes(15)).minusSeconds(1);
    first.tidy();
    assertThat(file()).exists();
    now = now.plusSeconds(1);
    first.tidy();
    assertThat(file()).doesNotExist();
  }

  @Test
  void theFileGoesWhenSomebodyIsThereAlsoAtTheNextStart() {
    FirstLink first = first(false, true);
    first.lines(HERE);
    persons.hold(List.of(olga()));
    first.tidy();
    assertThat(file()).doesNotExist();
    assertThat(first(false, true).lines(HERE)).isEmpty();
  }

  @Test
  void whereNoRequestCanBeOfThisMachineTheCommandsAreNamedInstead() {
    for (boolean terminal : new boolean[] {true, false}) {
      assertThat(first(terminal, false).lines(HERE))
          .singleElement()
          .asString()
          .contains("jeton person create NAME --role operator")
          .doesNotContain("first-");
    }
    assertThat(file()).doesNotExist();
  }
}
