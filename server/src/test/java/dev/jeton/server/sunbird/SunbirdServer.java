package dev.jeton.server.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The built server with one credential of each sort, and what the tests ask of it. */
final class SunbirdServer implements AutoCloseable {
  static final String MINT = "/api/v1/tokens/sunbird";
  static final String KEY = "4c1d90f27ab34e8f9a6b5d3c2e1f0a9b";
  static final String SECRET = "mT4vQ9xLr2Wb7Kd0" + "Zs8Yh3Nc6Pf1Gj5U";
  static final String OLD_KEY = "app-4711";
  static final String OLD_SECRET = "Vb8Kq2Lw5Zt0Xr7M" + "c3Nf9Hd4Js6Gy1Pa";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONFIG = """
      sunbird:
        credentials:
          main:
            key: %s
            secret: %s
            default: true
          old:
            key: %s
            secret: %s
            profile: legacy
            max-lifetime: 1d
            allow: no-expiry
          rsa: {key: rsa-key, algorithm: RS256, secret-file: rsa.private}
          edwards: {key: ed-key, algorithm: Ed25519, secret-file: ed.private}
          curve: {key: ec-key, algorithm: ES256, secret-file: ec.private, max-lifetime: 10s}
          seen:
            key: seen-key
            algorithm: ES256
            public-key: "%s"
      """;

  private final RunningServer server;
  private final Map<String, KeyPair> pairs;

  private SunbirdServer(RunningServer server, Map<String, KeyPair> pairs) {
    this.server = server;
    this.pairs = pairs;
  }

  static SunbirdServer start() throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("jeton-sunbird");
    KeyPair rsa = SunbirdKeys.pair("RSA");
    KeyPair edwards = SunbirdKeys.pair("Ed25519");
    KeyPair curve = SunbirdKeys.pair("EC");
    secret(folder.resolve("rsa.private"), SunbirdKeys.privatePem(rsa));
    secret(folder.resolve("ed.private"), SunbirdKeys.privatePem(edwards));
    secret(folder.resolve("ec.private"), SunbirdKeys.privatePem(curve));
    String seen = SunbirdKeys.publicPem(curve).replace("\n", " ");
    secret(folder.resolve("jeton.yaml"), CONFIG.formatted(KEY, SECRET, OLD_KEY, OLD_SECRET, seen));
    return new SunbirdServer(
        RunningServer.start(folder, Map.of()),
        Map.of("rsa-key", rsa, "ed-key", edwards, "ec-key", curve, "seen-key", curve));
  }

  /** A file for its owner alone. */
  static void secret(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** The key pair of a credential, by its key. */
  KeyPair pair(String key) {
    return Objects.requireNonNull(pairs.get(key));
  }

  RunningServer running() {
    return server;
  }

  Answer post(String path, String body, String... headers) {
    return server.post(path, body, headers);
  }

  /** What a mint request that succeeds answers. */
  JsonNode minted(String body, String... headers) {
    Answer answer = post(MINT, body, headers);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Jeton-Expires-At"))
        .isEqualTo(answer.json().path("expiresAt").asText());
    return answer.json();
  }

  /**
   * What the operator, who may have an explanation, is told about a token.
   *
   * @param members further members of the request, each with a comma behind it
   */
  JsonNode verified(String token, String members) {
    try {
      String body = "{\"platform\":\"sunbird\"," + members + "\"token\":\"" + token + "\"}";
      Answer answer =
          post("/api/v1/verify", body, "Authorization", "Bearer " + server.adminToken());
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return answer.json();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The payload of a token. */
  static JsonNode claims(String token) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> auditRows(String part) throws IOException {
    Path file = server.folder().resolve("data/audit/000001.jsonl");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> line.contains(part)).toList();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
