package dev.jeton.cli.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final String STATUS = "{\"source\":\"data/master.key\",\"primary\":\"m2\","
      + "\"masterKeys\":[{\"id\":\"m1\",\"primary\":false,\"neededBy\":1},"
      + "{\"id\":\"m2\",\"primary\":true,\"neededBy\":1}],"
      + "\"dataKeys\":[{\"id\":\"d1\",\"masterKey\":\"m1\",\"secrets\":300,\"primary\":false},"
      + "{\"id\":\"d2\",\"masterKey\":\"m2\",\"secrets\":2,\"primary\":true}],\"left\":300}";

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

  private Result vault(Run run, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "vault";
    System.arraycopy(args, 0, all, 1, args.length);
    return run.jeton(all);
  }

  @Test
  void theStatusShowsTheKeysAndWhatNeedsThem() {
    server.answering(200, STATUS);
    assertThat(vault(server.run(data), "status").out()).isEqualTo("""
              source   data/master.key
              primary  m2
              left     300
            MASTER KEY  PRIMARY  NEEDED BY
            m1                   1
            m2          primary  1
            DATA KEY  PRIMARY  SECRETS  UNDER
            d1                 300      m1
            d2        primary  2        m2
            """);
  }

  @Test
  void rewrappingAsksUntilNothingIsLeftAndShowsHowFarItIs() {
    server
        .answering(200, "{\"done\":200,\"left\":100}")
        .answering(200, "{\"done\":100,\"left\":0}");
    Result result = vault(server.run(data).onTerminal(), "rewrap");
    assertThat(server.lines())
        .containsExactly("POST /api/v1/vault/rewrap", "POST /api/v1/vault/rewrap");
    assertThat(server.asked().get(0).body()).isEqualTo("{\"batch\":200}");
    assertThat(result.err())
        .contains("re-wrapping  ", "  66 %  200 of 300 secrets", "  100 %  300 of 300 secrets")
        .endsWith("\r\u001b[K");
    assertThat(result.out()).contains("re-wrapped", ": 300 secrets\n");
  }

  @Test
  void aServerThatReWrapsNoMoreEndsTheLoop() {
    server.answering(200, "{\"done\":0,\"left\":7}");
    Result result = vault(server.run(data), "rewrap", "--batch", "7");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("7 secrets are left");
    assertThat(vault(server.run(data), "rewrap", "--batch", "0").status()).isEqualTo(2);
  }

  @Test
  void rotatingAndReloadingShowTheKeysAfterwards() {
    server.answering(200, "{}").answering(200, STATUS).answering(204, "").answering(200, STATUS);
    assertThat(vault(server.run(data), "rotate").out()).startsWith("rotated\n  source ");
    assertThat(vault(server.run(data), "reload", "--json").line()).isEqualTo(STATUS);
    assertThat(server.lines())
        .containsExactly(
            "POST /api/v1/vault/rotate",
            "GET /api/v1/vault",
            "POST /api/v1/vault/reload",
            "GET /api/v1/vault");
  }

  @Test
  void aKeyIsDroppedAfterItsIdWasTypedAndNotWhileItIsNeeded() {
    server.answering(204, "").refusing(409, "still-needed", "300 secrets are under it");
    Result dropped =
        vault(server.run(data).answering(question -> null).typing("m1\n"), "drop-key", "m1");
    assertThat(dropped.line()).isEqualTo("dropped");
    assertThat(server.lines()).containsExactly("POST /api/v1/vault/keys/m1/drop");
    Result refused = vault(server.run(data), "drop-key", "m1", "--yes");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).isEqualTo("jeton: 300 secrets are under it (still-needed)\n");
    assertThat(vault(server.run(data), "drop-key", "m1").err()).contains("give --yes");
  }
}
