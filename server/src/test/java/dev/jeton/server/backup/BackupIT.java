package dev.jeton.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.audit.chain.ChainVerdict;
import dev.jeton.server.audit.chain.ChainVerifier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a running server, restored in an empty folder with the master key given apart. */
class BackupIT {
  private static final String PASSPHRASE = "correct horse battery staple";
  private static final String MINT = "/api/v1/tokens/agora/rtc";

  @TempDir
  Path folder;

  @Test
  void oldTokensVerifyAfterARestoreInAnEmptyFolder() throws Exception {
    Path key = folder.resolve("kept-apart.key");
    Map<String, String> withKey = Map.of("JETON_MASTER_KEY_FILE", key.toString());
    Path old = Files.createDirectory(folder.resolve("old"));
    Path file = folder.resolve("jeton.backup");
    String token;
    int uid;
    String keyId;
    try (RunningServer server = RunningServer.start(old, withKey)) {
      assertThat(create(server, "shop").path("certificate").asText()).hasSize(32);
      JsonNode minted =
          post(server, MINT, "{\"channel\":\"lobby\",\"user\":\"ann\",\"role\":\"publisher\"}");
      token = minted.path("token").asText();
      uid = minted.path("uid").asInt();
      keyId = server.get("/api/v1/vault", proof(server)).json().path("primary").asText();
      CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
        for (int i = 0; i < 8; i++) {
          create(server, "meanwhile-" + i);
        }
      });
      Files.write(file, backup(server, "{\"passphrase\":\"" + PASSPHRASE + "\"}"));
      changes.join();
      assertThat(post(server, "/api/v1/backup", "{\"passphrase\":\"short\"}")
              .path("code")
              .asText())
          .isEqualTo("weak-passphrase");
      assertThat(server.post("/api/v1/backup", "{}").status()).isEqualTo(401);
      assertThat(server
              .folder()
              .resolve("data")
              .toFile()
              .list((data, name) -> name.startsWith(".backup")))
          .isEmpty();
    }
    assertThat(audit(old)).contains("\"event\":\"backup\"").doesNotContain(PASSPHRASE);

    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    Map<String, String> all =
        Map.of("JETON_MASTER_KEY_FILE", key.toString(), "JETON_BACKUP_PASSPHRASE", PASSPHRASE);
    assertThat(restore(fresh, withKey, file, 2)).contains("is sealed with a passphrase");
    Map<String, String> noKey = Map.of("JETON_BACKUP_PASSPHRASE", PASSPHRASE);
    assertThat(restore(fresh, noKey, file, 3)).contains("needs master key " + keyId);
    assertThat(fresh.resolve("data")).doesNotExist();
    assertThat(restore(fresh, all, file, 0)).contains("restored: ");
    assertThat(restore(fresh, all, file, 2)).contains("--replace");

    try (RunningServer server = RunningServer.start(fresh, withKey)) {
      JsonNode verdict = post(
          server,
          "/api/v1/verify",
          "{\"platform\":\"agora\",\"token\":\"" + token
              + "\",\"context\":{\"channel\":\"lobby\",\"uid\":" + uid + "}}");
      assertThat(verdict.path("valid").asBoolean()).as(verdict.toString()).isTrue();
      JsonNode again = post(
          server,
          MINT,
          "{\"project\":\"shop\",\"channel\":\"lobby\",\"user\":\"ann\",\"role\":\"publisher\"}");
      assertThat(again.path("uid").asInt()).as(again.toString()).isEqualTo(uid);
      assertThat(restore(fresh, all, file, 3, "--replace")).contains("in use");
    }
    assertThat(audit(fresh)).contains("\"event\":\"restored\"");
  }

  /** What it printed. */
  private static String restore(
      Path where, Map<String, String> environment, Path file, int status, String... more) {
    String[] words = Stream.concat(Stream.of("restore", file.toString()), Stream.of(more))
        .toArray(String[]::new);
    try (RunningServer command = RunningServer.run(where, environment, words)) {
      String printed = String.join("\n", command.output());
      assertThat(command.exitCode()).as(printed).isEqualTo(status);
      return printed;
    }
  }

  private static JsonNode create(RunningServer server, String name) {
    return post(server, "/api/v1/agora/projects", "{\"name\":\"" + name + "\"}");
  }

  private static JsonNode post(RunningServer server, String path, String body) {
    return server.post(path, body, proof(server)).json();
  }

  private static String[] proof(RunningServer server) {
    try {
      return new String[] {"Authorization", "Bearer " + server.adminToken()};
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] backup(RunningServer server, String body) throws Exception {
    HttpResponse<byte[]> response = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/backup"))
                .headers(proof(server))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(response.headers().firstValueAsLong("Content-Length"))
        .hasValue(response.body().length);
    return response.body();
  }

  private static String audit(Path where) throws IOException {
    Path audit = where.resolve("data/audit");
    assertThat(new ChainVerifier(audit, null, (done, all) -> {}).verify())
        .isInstanceOf(ChainVerdict.Intact.class);
    return Files.readString(audit.resolve("000001.jsonl"));
  }
}
