package dev.jeton.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplyTest {
  private static final String CHANGES =
      "{\"changes\":[{\"kind\":\"mall-shop\",\"name\":\"bakery\",\"act\":\"create\","
          + "\"members\":[],\"secretMember\":\"shopKey\",\"shopKey\":\"made-by-the-server\"},"
          + "{\"kind\":\"mall-shop\",\"name\":\"cinema\",\"act\":\"change\","
          + "\"members\":[\"floor\",\"openSeconds\"]},"
          + "{\"kind\":\"mall-shop\",\"name\":\"baths\",\"act\":\"unchanged\",\"members\":[]}],"
          + "\"applied\":true}";

  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Result apply(Run run, String yaml, String... more) throws IOException {
    Path file = Files.writeString(data.resolve("resources.yaml"), yaml);
    String[] args = new String[3 + more.length];
    args[0] = "apply";
    args[1] = "-f";
    args[2] = file.toString();
    System.arraycopy(more, 0, args, 3, more.length);
    return run.jeton(args);
  }

  @Test
  void theDifferenceIsATableAndANewSecretIsShownOnce() throws IOException {
    server.answering(200, CHANGES);
    Result result = apply(server.run(data), "resources: []\n");
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
            ACT          KIND       NAME    MEMBERS
            + create     mall-shop  bakery
            ~ change     mall-shop  cinema  floor, openSeconds
            = unchanged  mall-shop  baths
            applied: 1 create, 1 change, 0 rotate, 1 unchanged
            made-by-the-server
            """);
    assertThat(result.err())
        .isEqualTo("the secret of mall-shop bakery, shown this once, so keep it now:\n");
  }

  @Test
  void aDryRunIsAskedForAndSaid() throws IOException {
    server.answering(200, "{\"changes\":[],\"applied\":false}");
    Result result = apply(server.run(data), "resources: []\n", "--dry-run");
    assertThat(server.lines()).containsExactly("POST /api/v1/apply");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"yaml\":\"resources: []\\u000a\",\"values\":{},\"dryRun\":true}");
    assertThat(result.out()).startsWith("not applied: 0 create");
  }

  @Test
  void aSecretThatStandsInTheFileIsWarnedOfByItsPlaceAndNotRepeated() throws IOException {
    String answer = "{\"changes\":[],\"applied\":true,\"plainSecrets\":["
        + "{\"kind\":\"mall-shop\",\"name\":\"bakery\",\"member\":\"shopKey\"}]}";
    String yaml = "resources: [{kind: mall-shop, name: bakery, shopKey: open-sesame}]\n";
    server.answering(200, answer).answering(200, answer);
    Result result = apply(server.run(data), yaml);
    assertThat(result.status()).isZero();
    assertThat(result.err())
        .startsWith("warning: mall-shop bakery: its shopKey stands in the file")
        .hasLineCount(1)
        .doesNotContain("open-sesame");
    Result json = apply(server.run(data), yaml, "--json");
    assertThat(json.err()).isEqualTo(result.err());
    assertThat(json.line()).isEqualTo(answer);
  }

  @Test
  void forScriptsTheAnswerIsPrintedAsItIs() throws IOException {
    server.answering(200, CHANGES);
    assertThat(apply(server.run(data), "resources: []\n", "--json").line()).isEqualTo(CHANGES);
  }

  @Test
  void referencesAreLookedUpHereAndFilesStartFromTheFolderOfTheFile() throws IOException {
    StandIn.privateFile(data.resolve("key.pem"), "one\ntwo\n");
    server.answering(200, CHANGES);
    apply(server.run(data).with("A", "\"quoted\""), """
            a: ${env:A}
            again: ${env:A}
            b: ${file:key.pem}
              # c: ${env:NOT_SET}
            d: x # ${file:nowhere}
            e: |
              # ${env:A}
            """);
    assertThat(server.asked().get(0).body())
        .contains("\"values\":{\"env:A\":\"\\\"quoted\\\"\",\"file:key.pem\":\"one\\u000atwo\"}");
  }

  @Test
  void moreReferencesThanAnObjectOfATokenMayHaveAreSentToo() throws IOException {
    StringBuilder yaml = new StringBuilder();
    Run run = server.run(data);
    for (int i = 0; i < 100; i++) {
      yaml.append("- ${env:V").append(i).append("}\n");
      run.with("V" + i, "x");
    }
    server.answering(200, CHANGES);
    assertThat(apply(run, yaml.toString()).status()).isZero();
    assertThat(server.asked().get(0).body()).contains("\"env:V99\":\"x\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${env:NOT_SET} | ${env:NOT_SET}: no such variable is set",
        "${env:EMPTY} | ${env:EMPTY}: the variable is set but empty",
        "${file:nowhere} | ${file:nowhere} names a file that does not exist: ",
        "${file:open} | ${file:open} names a file that everybody on this machine can read: ",
        "${file:} | ${file:} names a file that cannot be read: ",
        "${file:empty} | ${file:empty} names an empty file",
        "${file:long} | ${file:long} names a file of more than 64 KiB, which is no secret: ",
      })
  void aReferenceThatLeadsNowhereIsOneLineAndNothingIsSent(String reference, String line)
      throws IOException {
    Files.writeString(data.resolve("open"), "seen");
    Files.setPosixFilePermissions(
        data.resolve("open"), PosixFilePermissions.fromString("rw-r--r--"));
    StandIn.privateFile(data.resolve("empty"), "\n");
    StandIn.privateFile(data.resolve("long"), "x".repeat((1 << 16) + 1));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    Result result = apply(server.run(data).with("EMPTY", ""), "a: " + reference + "\n");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("jeton: " + line);
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void theFileMayComeFromStandardInput() {
    server.answering(200, CHANGES);
    Result result = server.run(data).typing("resources: []").jeton("apply", "-f", "-");
    assertThat(result.status()).isZero();
    assertThat(server.asked().get(0).body()).startsWith("{\"yaml\":\"resources: []\"");
  }

  @Test
  void aFileThatIsNotThereOrNoTextIsOneLine() throws IOException {
    Result missing = server.run(data).jeton("apply", "-f", "nowhere.yaml");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).startsWith("jeton: there is no file nowhere.yaml\n");
    Path binary = Files.write(data.resolve("b"), new byte[] {(byte) 0xff});
    assertThat(server.run(data).jeton("apply", "-f", binary.toString()).err())
        .contains("is not UTF-8 text");
    assertThat(server.run(data).jeton("apply").status()).isEqualTo(2);
  }
}
