package dev.jeton.server.admin.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with the vault of a running server, and what a start says to a wrong key. */
class VaultIT {
  private static final String OTHER =
      "jmk1_" + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]) + "\n";

  @TempDir
  Path folder;

  @Test
  void anOperatorRotatesTheMasterKeyAndDropsTheOldOne() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      String proof = "Bearer " + server.adminToken();
      Path key = folder.resolve("data/master.key");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
      JsonNode before = server.get("/api/v1/vault", "Authorization", proof).json();
      String old = before.path("primary").textValue();
      assertThat(before.path("source").textValue()).isEqualTo("file");
      assertThat(before.path("masterKeys").toString())
          .isEqualTo("[{\"id\":\"" + old + "\",\"primary\":true,\"neededBy\":1}]");
      assertThat(before.path("left").intValue()).isZero();

      RunningServer.Answer needed = post(server, proof, "/keys/" + old + "/drop", "{}");
      assertThat(needed.status()).isEqualTo(409);
      assertThat(needed.json().path("code").textValue()).isEqualTo("still-needed");

      JsonNode rotated = post(server, proof, "/rotate", "{}").json();
      assertThat(rotated.path("primary").textValue()).isNotEqualTo(old);
      assertThat(rotated.path("dataKeys")).hasSize(2);
      assertThat(post(server, proof, "/rewrap", "{\"batch\":1000}").body())
          .isEqualTo("{\"done\":0,\"left\":0}");
      assertThat(post(server, proof, "/keys/" + old + "/drop", "{}").status()).isEqualTo(204);
      assertThat(Files.readAllLines(key)).hasSize(1);
      JsonNode after = post(server, proof, "/reload", "{}").json();
      assertThat(after.path("dataKeys")).hasSize(1);

      assertThat(post(server, proof, "/keys/unknown/drop", "{}").status()).isEqualTo(404);
      assertThat(post(server, proof, "/rewrap", "{\"batch\":1001}").status()).isEqualTo(400);
      assertThat(post(server, proof, "/rotate", "{\"x\":1}").status()).isEqualTo(400);
      assertThat(server.get("/api/v1/vault").status()).isEqualTo(401);
    }
    assertThat(audit())
        .contains("\"vault-rotate\"", "\"vault-rewrap\"", "\"vault-drop\"", "\"vault-reload\"");
  }

  @Test
  void aStartWithAWrongKeyIsOneLineAndChangesNothing() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      assertThat(server.address()).isNotEmpty();
    }
    Path key = folder.resolve("data/master.key");
    String right = Files.readString(key);
    Files.writeString(key, OTHER);
    assertThat(refused(Map.of())).contains("need master key");
    Files.delete(key);
    assertThat(refused(Map.of())).contains("is not there; put it back");
    assertThat(refused(Map.of("JETON_MASTER_KEY", "nonsense"))).contains("is no master key");
    assertThat(refused(Map.of(
            "JETON_VAULT_TRANSIT_URL", "http://127.0.0.1:1",
            "JETON_VAULT_TRANSIT_KEY", "jeton",
            "JETON_VAULT_TRANSIT_TOKEN", "t")))
        .contains("need master key");
    try (RunningServer server =
        RunningServer.start(folder, Map.of("JETON_MASTER_KEY", right.strip()))) {
      assertThat(server.address()).isNotEmpty();
    }
  }

  @Test
  void aKeyBesideTheDataIsWarnedOfWhereOthersReachTheServer() {
    Map<String, String> open = Map.of("JETON_ACCESS_ANONYMOUS", "nobody");
    try (RunningServer server = RunningServer.start(folder, open, "--host", "0.0.0.0")) {
      assertThat(server.output())
          .filteredOn(line -> line.contains("WARN"))
          .singleElement()
          .asString()
          .contains("master.key", "JETON_MASTER_KEY_FILE");
    }
    Map<String, String> elsewhere = Map.of(
        "JETON_ACCESS_ANONYMOUS",
        "nobody",
        "JETON_MASTER_KEY_FILE",
        "outside.key",
        "JETON_DATA",
        "data2");
    try (RunningServer server = RunningServer.start(folder, elsewhere, "--host", "0.0.0.0")) {
      assertThat(server.output()).noneMatch(line -> line.contains("WARN"));
      assertThat(folder.resolve("outside.key")).isRegularFile();
      assertThat(folder.resolve("data2/master.key")).doesNotExist();
    }
  }

  private static RunningServer.Answer post(
      RunningServer server, String proof, String path, String body) {
    return server.post("/api/v1/vault" + path, body, "Authorization", proof);
  }

  /** The only line of a start that fails with status 3 and leaves every file as it was. */
  private String refused(Map<String, String> environment) throws Exception {
    Map<String, String> before = files();
    try (RunningServer server = RunningServer.launch(folder, environment, "--port", "0")) {
      assertThat(server.exitCode()).isEqualTo(3);
      List<String> output = server.output();
      assertThat(output).hasSize(1);
      assertThat(files()).isEqualTo(before);
      return output.get(0);
    }
  }

  private Map<String, String> files() throws Exception {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        hashes.put(folder.relativize(file).toString(), HexFormat.of().formatHex(hash));
      }
    }
    return hashes;
  }

  private String audit() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> segments = Files.list(folder.resolve("data/audit"))) {
      for (Path segment : segments.toList()) {
        all.append(Files.readString(segment));
      }
    }
    return all.toString();
  }
}
