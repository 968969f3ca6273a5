package dev.jeton.cli.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportIssuerTest {
  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
    server.answering(200, "{\"changes\":[],\"refused\":[],\"remarks\":[],\"applied\":false}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theBytesOfAKeyGoAsBase64() throws IOException {
    byte[] message = new byte[68];
    message[0] = 8;
    message[1] = 1;
    message[2] = 18;
    message[3] = 64;
    message[4] = (byte) 0xff;
    Path file = Files.write(data.resolve("key"), message);
    Result result = server.run(data).jeton("import", "hub-issuer", file.toString());
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(server.asked().get(0).body()).contains("\"text\":\"CAESQP8AAA");
  }

  @Test
  void aTextGoesAsItIsWithWhatIsSaidBeside() throws IOException {
    Path file = StandIn.privateFile(data.resolve("key"), "bbaareq");
    server
        .run(data)
        .jeton("import", "hub-issuer", file.toString(), "--token-form", "hub-exact", "--name", "h");
    assertThat(server.asked().get(0).body())
        .contains(
            "\"text\":\"bbaareq\"", "\"options\":{\"name\":\"h\",\"tokenForm\":\"hub-exact\"}");
  }

  @Test
  void keysGoWithWhatTheirNumbersAre() throws IOException {
    Path file = StandIn.privateFile(data.resolve("keys"), "[]");
    server
        .run(data)
        .jeton("import", "hub-keys", file.toString(), "--account", "acme", "--numbers", "listed");
    assertThat(server.asked().get(0).body())
        .contains("\"options\":{\"account\":\"acme\",\"numbers\":\"listed\"}");
  }
}
