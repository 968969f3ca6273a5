package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpSectionTest {
  @TempDir
  Path folder;

  @Test
  void theDefaultsListenOnThisMachineAlone() {
    assertThat(SectionReading.read(new HttpSection(), folder, Map.of()))
        .isEqualTo(new HttpSettings(
            "127.0.0.1",
            8080,
            null,
            null,
            null,
            Duration.ofMinutes(1),
            "stdout",
            Duration.ofSeconds(10),
            false));
  }

  @Test
  void everyKeyIsMapped() {
    Map<String, String> given = Map.of(
        "JETON_HTTP_HOST", "::1",
        "SERVER_PORT", "9090",
        "JETON_HTTP_TLS_CERTIFICATE", "cert.pem",
        "JETON_HTTP_TLS_KEY", "key.pem",
        "JETON_HTTP_TLS_CLIENT_CA", "clients.pem",
        "JETON_HTTP_TLS_RELOAD", "5m",
        "JETON_HTTP_ACCESS_LOG", "access.log",
        "JETON_HTTP_SHUTDOWN_TIMEOUT", "30s",
        "JETON_HTTP_CONSTANT_DOOR", "yes");
    assertThat(SectionReading.read(new HttpSection(), folder, given))
        .isEqualTo(new HttpSettings(
            "::1",
            9090,
            folder.resolve("cert.pem"),
            folder.resolve("key.pem"),
            folder.resolve("clients.pem"),
            Duration.ofMinutes(5),
            "access.log",
            Duration.ofSeconds(30),
            true));
  }

  @Test
  void authoritiesOfClientsWithoutTlsAreAFault() {
    assertThat(SectionReading.faults(
            new HttpSection(), folder, Map.of("JETON_HTTP_TLS_CLIENT_CA", "clients.pem")))
        .singleElement()
        .asString()
        .contains("set http.tls-certificate and http.tls-key too");
  }

  @Test
  void oneHalfOfTheCertificatePairIsAFault() {
    assertThat(SectionReading.faults(
            new HttpSection(), folder, Map.of("JETON_HTTP_TLS_KEY", "key.pem")))
        .singleElement()
        .asString()
        .contains("set http.tls-certificate too");
  }
}
