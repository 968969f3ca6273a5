package dev.jeton.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that speaks TLS, under a certificate for localhost that it signed itself. */
class RedisTlsTest {
  private static final String PASSWORD = "password";

  private final Vertx vertx = Vertx.vertx();
  private final Path certificate;
  private final RunningRedis redis;

  RedisTlsTest(@TempDir Path folder) throws Exception {
    File store = folder.resolve("pair.p12").toFile();
    Process made = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "redis",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD)
        .redirectErrorStream(true)
        .start();
    assertThat(made.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store, PASSWORD.toCharArray());
    certificate = pem(
        folder.resolve("cert.pem"), "CERTIFICATE", keys.getCertificate("redis").getEncoded());
    Path key = pem(
        folder.resolve("key.pem"),
        "PRIVATE KEY",
        keys.getKey("redis", PASSWORD.toCharArray()).getEncoded());
    redis = RunningRedis.encrypted(folder, certificate, key);
  }

  private static Path pem(Path file, String kind, byte[] bytes) throws Exception {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    redis.close();
  }

  @Test
  void aServerWhoseSignerIsKnownIsTrusted() {
    assertThat(said("rediss://localhost:", certificate)).isEqualTo("PONG");
  }

  @Test
  void aServerWhoseSignerNobodyKnowsIsRefused() {
    assertThat(said("rediss://localhost:", null)).contains("not trusted", "limits.redis-ca");
  }

  @Test
  void aCertificateForAnotherHostIsRefused() {
    assertThat(said("rediss://127.0.0.1:", certificate)).contains("not trusted");
  }

  @Test
  void withoutTlsItIsNotReached() {
    assertThat(said("redis://localhost:", null)).startsWith("Redis ");
  }

  private String said(String where, @Nullable Path authority) {
    RedisSettings settings =
        Objects.requireNonNull(RedisSettings.of(where + redis.port())).with("jeton", authority);
    try (RedisLink link = RedisLink.open(vertx, settings)) {
      return String.valueOf(link.ask(List.of(Request.cmd(Command.PING))).get(0));
    } catch (BoardGone e) {
      return String.valueOf(e.getMessage());
    }
  }
}
