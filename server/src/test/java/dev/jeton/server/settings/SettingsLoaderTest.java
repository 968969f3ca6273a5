package dev.jeton.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
  private static final Key PORT =
      Key.setting("a.port", "port").defaultingTo("80").alsoFrom("PORT", "OTHER_PORT");
  private static final Key TTL = Key.setting("a.ttl", "ttl").defaultingTo("1h");
  private static final Key WORDS = Key.setting("a.words", "words");
  private static final Key PASSWORD = Key.secret("a.password", "password");
  private static final Key ID = Key.setting("a.projects.<name>.id", "id");

  @TempDir
  Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> commandLine = new HashMap<>();

  @Test
  void theLaterLayerWins() throws IOException {
    assertThat(loaded().port()).isEqualTo(80);
    write("jeton.yaml", "a:\n  port: 81\n");
    assertThat(loaded().port()).isEqualTo(81);
    write(".env", "export JETON_A_PORT='82' # a comment\n");
    assertThat(loaded().port()).isEqualTo(82);
    environment.put("JETON_A_PORT", "83");
    assertThat(loaded().port()).isEqualTo(83);
    commandLine.put("a.port", "84");
    assertThat(loaded().port()).isEqualTo(84);
  }

  @Test
  void theOwnNameWinsOverTheOthersAndTheFirstOfThemOverTheNext() throws IOException {
    environment.put("OTHER_PORT", "3");
    assertThat(loaded().port()).isEqualTo(3);
    environment.put("PORT", "2");
    assertThat(loaded().port()).isEqualTo(2);
    environment.put("JETON_A_PORT", "1");
    assertThat(loaded().port()).isEqualTo(1);
  }

  @Test
  void theRealEnvironmentWinsOverDotEnvUnderAnyName() throws IOException {
    write(".env", "JETON_A_PORT=1\n");
    environment.put("OTHER_PORT", "2");
    assertThat(loaded().port()).isEqualTo(2);
  }

  @Test
  void aSecretInASettingsFileThatEverybodyCanReadIsRefused() throws IOException {
    for (Map.Entry<String, String> file : Map.of(
            ".env", "JETON_A_PASSWORD=hidden\n",
            "jeton.yaml", "a:\n  password: hidden\n")
        .entrySet()) {
      Path path = write(file.getKey(), file.getValue());
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
      assertThat(faults())
          .singleElement()
          .asString()
          .contains("chmod 600", file.getKey())
          .doesNotContain("hidden");
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      assertThat(loaded().password()).isEqualTo(Secret.ofText("hidden"));
    }
  }

  @Test
  void aSettingsFileWithoutASecretMayBeReadByEverybody() throws IOException {
    Path path = write("jeton.yaml", "a:\n  password-file: password.txt\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    Path secret = write("password.txt", "hidden");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    assertThat(loaded().password()).isEqualTo(Secret.ofText("hidden"));
  }

  @Test
  void timesHaveUnits() throws IOException {
    for (Map.Entry<String, Duration> written : Map.of(
            "15s", Duration.ofSeconds(15),
            "10m", Duration.ofMinutes(10),
            "2h", Duration.ofHours(2),
            "7", Duration.ofSeconds(7))
        .entrySet()) {
      environment.put("JETON_A_TTL", written.getKey());
      assertThat(loaded().ttl()).isEqualTo(written.getValue());
    }
  }

  @Test
  void listsAreWrittenWithCommasOrAsLists() throws IOException {
    write("jeton.yaml", "a:\n  words: [one, two]\n");
    assertThat(loaded().words()).containsExactly("one", "two");
    environment.put("JETON_A_WORDS", "three, four");
    assertThat(loaded().words()).containsExactly("three", "four");
  }

  @Test
  void eachReadsWhatTheOperatorNamed() throws IOException {
    write("jeton.yaml", "a:\n  projects:\n    red: {id: r}\n    blue: {id: b}\n");
    assertThat(loaded().ids()).containsExactly(Map.entry("red", "r"), Map.entry("blue", "b"));
  }

  @Test
  void aSecretMayStandInAFileThatOthersCannotRead() throws IOException {
    Path file = write("password.txt", "hidden\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    environment.put("JETON_A_PASSWORD_FILE", "password.txt");
    assertThat(loaded().password()).isEqualTo(Secret.ofText("hidden"));
  }

  @Test
  void aSecretFileThatEverybodyCanReadIsRefused() throws IOException {
    Path file = write("password.txt", "hidden\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    environment.put("JETON_A_PASSWORD_FILE", "password.txt");
    assertThat(faults()).singleElement().asString().contains("everybody", "chmod");
  }

  @Test
  void aSecretAsTextAndAsFileIsRefused() throws IOException {
    environment.put("JETON_A_PASSWORD", "x");
    environment.put("JETON_A_PASSWORD_FILE", "password.txt");
    assertThat(faults()).singleElement().asString().contains("both as text and as a file");
  }

  @Test
  void setButEmptyIsRefused() throws IOException {
    environment.put("JETON_A_PASSWORD", "");
    assertThat(faults())
        .containsExactly("a.password: it is set but empty; give a value or leave it out"
            + " (environment JETON_A_PASSWORD)");
  }

  @Test
  void allFaultsAreToldAtOnce() throws IOException {
    write("jeton.yaml", "a:\n  prot: 1\n  ttl: soon\n");
    environment.put("PORT", "99999");
    environment.put("JETON_A_PORTT", "1");
    assertThat(faults())
        .containsExactlyInAnyOrder(
            "a.prot: there is no such setting; did you mean a.port?"
                + " (jeton.yaml line 2 column 9)",
            "JETON_A_PORTT: there is no such setting; did you mean JETON_A_PORT?"
                + " (environment JETON_A_PORTT)",
            "a.port: \"99999\" is not understood; give a whole number from 0 to 65535"
                + " (environment PORT)",
            "a.ttl: \"soon\" is not understood; give a time such as 15s, 10m, 24h or plain"
                + " seconds, from 0s to 86400s (jeton.yaml line 3 column 8)");
  }

  @Test
  void otherNamesAreLeftAlone() throws IOException {
    environment.put("JETON_JAVA_HOME", "/jdk");
    assertThat(faults()).isEmpty();
  }

  @Test
  void aNameThatStandsTwiceIsRefused() throws IOException {
    write("jeton.yaml", "a: {port: 1}\na: {ttl: 1s}\n");
    assertThat(faults())
        .containsExactly("a: it stands there twice; keep one (jeton.yaml line 2 column 1)");
  }

  @Test
  void whatIsNotYamlIsToldByItsPlace() throws IOException {
    write("jeton.yaml", "a:\n  port: [1\n");
    assertThat(faults()).singleElement().asString().contains("not plain YAML", "line 3");
  }

  @Test
  void tagsAndAnchorsAreRefused() throws IOException {
    write("jeton.yaml", "a:\n  port: !!javax.script.ScriptEngineManager []\n");
    assertThat(faults()).singleElement().asString().contains("not plain YAML", "line 2");
    write("jeton.yaml", "a:\n  words: &w [x]\nb: *w\n");
    assertThat(faults()).singleElement().asString().contains("tags, anchors");
  }

  @Test
  void aFileThatWasAskedForMustBeThere() {
    Loaded loaded =
        loader().load(new SettingsSources(commandLine, environment, folder, Path.of("no.yaml")));
    assertThat(lines(loaded)).singleElement().asString().startsWith("no.yaml: it cannot be read");
  }

  @Test
  void aHeadingWithoutSettingsIsNoFault() throws IOException {
    write("jeton.yaml", "a:\n#  port: 1\n");
    assertThat(faults()).isEmpty();
  }

  private record Read(
      int port,
      Duration ttl,
      List<String> words,
      @Nullable Secret password,
      Map<String, String> ids) {}

  private static final class Section implements SettingsSection<Read> {
    @Override
    public List<Key> keys() {
      return List.of(PORT, TTL, WORDS, PASSWORD, ID);
    }

    @Override
    public Read read(SettingsReader in) {
      Map<String, String> ids = new LinkedHashMap<>();
      in.each("a.projects").forEach((name, reader) -> ids.put(name, reader.text(ID) + ""));
      return new Read(
          in.whole(PORT, 0, 65535),
          in.duration(TTL, Duration.ZERO, Duration.ofDays(1)),
          in.list(WORDS),
          in.secret(PASSWORD),
          ids);
    }

    @Override
    public Class<Read> type() {
      return Read.class;
    }
  }

  private static SettingsLoader loader() {
    return new SettingsLoader(List.of(new Section()), List.of("JETON_JAVA_HOME"));
  }

  private Loaded load() {
    return loader().load(new SettingsSources(commandLine, environment, folder, null));
  }

  private Read loaded() throws IOException {
    assertThat(faults()).isEmpty();
    return ((Loaded.Complete) load()).settings().get(Read.class);
  }

  private List<String> faults() throws IOException {
    return lines(load());
  }

  private static List<String> lines(Loaded loaded) {
    return loaded instanceof Loaded.Faulty faulty
        ? faulty.faults().stream().map(Fault::line).toList()
        : List.of();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
