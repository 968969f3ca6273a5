package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.alerts.Condition.Urgency;
import dev.jeton.server.settings.LiveSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateWatchTest {
  @TempDir
  Path folder;

  private CertificateWatch watch(Path file) {
    return new CertificateWatch(
        file, new LiveSettings(new AlertsSection().live(), Map.of()), () -> "node-1");
  }

  @Test
  void itsEndIsToldTheMoreUrgentTheNearerItIs() throws Exception {
    Path file = folder.resolve("cert.pem");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String store = folder.resolve("store").toString();
    run(
        keytool.toString(),
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "a",
        "-dname",
        "CN=localhost",
        "-validity",
        "20",
        "-keystore",
        store,
        "-storepass",
        "a-password");
    run(
        keytool.toString(),
        "-exportcert",
        "-rfc",
        "-alias",
        "a",
        "-keystore",
        store,
        "-storepass",
        "a-password",
        "-file",
        file.toString());
    CertificateWatch watch = watch(file);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    assertThat(watch.look(now)).singleElement().satisfies(one -> {
      assertThat(one.code()).isEqualTo("certificate-ends");
      assertThat(one.urgency()).isEqualTo(Urgency.NOT_YET);
      assertThat(one.everywhere()).isFalse();
    });
    assertThat(watch.look(now.plus(10, ChronoUnit.DAYS)).get(0).urgency())
        .isEqualTo(Urgency.NOTICE);
    assertThat(watch.look(now.plus(30, ChronoUnit.DAYS)).get(0).urgency()).isEqualTo(Urgency.OVER);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aFileThatCannotBeReadEndsNothing() throws IOException {
    Path file = folder.resolve("cert.pem");
    assertThatThrownBy(() -> watch(file).look(Instant.EPOCH))
        .isInstanceOf(UncheckedIOException.class);
    Files.writeString(file, "no certificate");
    assertThatThrownBy(() -> watch(file).look(Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class);
  }
}
