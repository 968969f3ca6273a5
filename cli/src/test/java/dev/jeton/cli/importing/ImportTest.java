package dev.jeton.cli.importing;

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

class ImportTest {
  private static final String CHANGE = "{\"changes\":[{\"kind\":\"mall-shop\",\"name\":\"bakery\","
      + "\"act\":\"create\",\"members\":[]}],\"refused\":[],"
      + "\"remarks\":[\"PORT was left\"],\"applied\":";
  private static final String PLAN = CHANGE + "false}";
  private static final String DONE = CHANGE + "true}";
  private static final String REFUSED = "{\"changes\":[{\"kind\":\"mall-shop\",\"name\":\"bakery\","
      + "\"act\":\"create\",\"members\":[]}],\"refused\":[{\"kind\":\"mall-shop\","
      + "\"name\":\"bank\",\"code\":\"short-key\",\"detail\":\"give a longer key\"}],"
      + "\"remarks\":[],\"applied\":false}";
  private static final String SECRET = "canary-secret";

  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
    StandIn.privateFile(data.resolve("source"), "APP_CERTIFICATE=" + SECRET + "\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Result take(Run run, String... more) {
    String[] args = new String[3 + more.length];
    args[0] = "import";
    args[1] = "agora-token-service";
    args[2] = data.resolve("source").toString();
    System.arraycopy(more, 0, args, 3, more.length);
    Result result = run.jeton(args);
    assertThat(result.out() + result.err()).doesNotContain(SECRET);
    return result;
  }

  private Run onTerminal(String typed) {
    return server.run(data).typing(typed).answering(question -> null);
  }

  @Test
  void withoutATerminalItShowsAndSaysHowToGoOn() {
    server.answering(200, PLAN);
    Result result = take(server.run(data));
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
        ACT       KIND       NAME    MEMBERS
        + create  mall-shop  bakery
        not applied: 1 create, 0 change, 0 rotate, 0 unchanged
        note: PORT was left
        nothing was imported: give --yes to go on
        """);
    assertThat(result.err()).isEmpty();
    assertThat(server.asked()).hasSize(1);
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"from\":\"agora-token-service\",\"text\":\"APP_CERTIFICATE=" + SECRET
            + "\\u000a\",\"options\":{\"default\":false},\"dryRun\":true,"
            + "\"leaveOutRefused\":false}");
  }

  @Test
  void onATerminalItAsksAndThenDoesItAndReminds() {
    server.answering(200, PLAN).answering(200, DONE);
    Result result = take(onTerminal("import\n"), "--name", "shop");
    assertThat(result.status()).isZero();
    assertThat(result.err())
        .startsWith("This imports 1 things. Type import to go on: ")
        .contains("the source still has its secrets in clear");
    assertThat(result.out()).endsWith("applied: 1 create, 0 change, 0 rotate, 0 unchanged\n");
    assertThat(server.asked().get(1).body()).contains("\"dryRun\":false", "\"name\":\"shop\"");
  }

  @Test
  void anotherWordChangesNothing() {
    server.answering(200, PLAN);
    Result result = take(onTerminal("yes\n"));
    assertThat(result.status()).isEqualTo(2);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aScriptSaysYesAndADryRunStopsAllTheSame() {
    server.answering(200, PLAN).answering(200, DONE).answering(200, PLAN);
    assertThat(take(server.run(data), "--yes").out()).contains("\napplied: 1 create");
    assertThat(take(server.run(data), "--yes", "--dry-run").out())
        .endsWith("note: PORT was left\n");
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void forScriptsOneAnswerIsPrinted() {
    server.answering(200, PLAN).answering(200, PLAN).answering(200, DONE);
    assertThat(take(server.run(data), "--json").line()).isEqualTo(PLAN);
    assertThat(take(server.run(data), "--json", "--yes").line()).isEqualTo(DONE);
  }

  @Test
  void whatIsRefusedIsShownAndKeepsItFromGoingOn() {
    server.answering(200, REFUSED);
    Result result = take(onTerminal("import\n"));
    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("""
        refused: 1
        KIND       NAME  CODE
        mall-shop  bank  short-key
          give a longer key
        nothing was imported: mend what is refused, or give --leave-out-refused
        """);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aScriptThatGoesOnAllTheSameEndsWithTheServersRefusal() {
    server.answering(200, REFUSED).refusing(409, "import-refused", "1 of 2 would be refused");
    Result result = take(server.run(data), "--yes");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEqualTo("jeton: 1 of 2 would be refused\n");
  }

  @Test
  void theRestIsImportedWhenThatIsAskedFor() {
    server.answering(200, REFUSED).answering(200, DONE);
    assertThat(take(server.run(data), "--yes", "--leave-out-refused").status()).isZero();
    assertThat(server.asked().get(1).body()).contains("\"leaveOutRefused\":true");
  }

  @Test
  void whatIsThereAlreadyIsNotAskedAbout() {
    server.answering(
        200,
        "{\"changes\":[{\"kind\":\"mall-shop\",\"name\":\"bakery\",\"act\":\"unchanged\","
            + "\"members\":[]}],\"refused\":[],\"remarks\":[],\"applied\":false}");
    assertThat(take(onTerminal("")).out()).endsWith("nothing to import\n");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aSourceFromStandardInputLeavesNobodyToAsk() {
    server.answering(200, PLAN);
    Result result = server
        .run(data)
        .typing("APP_ID=x")
        .answering(question -> null)
        .jeton("import", "agora-token-service", "-");
    assertThat(result.status()).isZero();
    assertThat(result.out()).endsWith("give --yes to go on\n");
  }

  @Test
  void aSourceThatOthersCanReadIsOnlyWarnedOf() throws IOException {
    Files.setPosixFilePermissions(
        data.resolve("source"), PosixFilePermissions.fromString("rw-r--r--"));
    server.answering(200, PLAN);
    Result result = take(server.run(data));
    assertThat(result.status()).isZero();
    assertThat(result.err()).startsWith("warning: ").contains("chmod 600 it");
  }

  @Test
  void aSourceThatIsNotThereIsOneLine() {
    Result result = server.run(data).jeton("import", "agora-token-service", "nowhere");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("jeton: there is no file nowhere\n");
  }
}
