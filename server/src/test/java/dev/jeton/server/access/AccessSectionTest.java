package dev.jeton.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.Network;
import dev.jeton.server.settings.SectionReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessSectionTest {
  @TempDir
  Path folder;

  @Test
  void theDefaultsLetNobodyInFromElsewhere() {
    assertThat(SectionReading.read(new AccessSection(), folder, Map.of()))
        .isEqualTo(
            new AccessSettings(AccessSettings.Anonymous.NOBODY, List.of(), List.of(), List.of()));
  }

  @Test
  void everyKeyIsMapped() {
    Map<String, String> given = Map.of(
        "JETON_ACCESS_ANONYMOUS", "anyone",
        "JETON_HTTP_PUBLIC_NAMES", "Tokens.example.com",
        "CORS_ALLOW_ORIGIN", "https://a.example, http://localhost:3000",
        "JETON_HTTP_TRUSTED_PROXIES", "10.0.0.0/8");
    assertThat(SectionReading.read(new AccessSection(), folder, given))
        .isEqualTo(new AccessSettings(
            AccessSettings.Anonymous.ANYONE,
            List.of("tokens.example.com"),
            List.of("https://a.example", "http://localhost:3000"),
            List.of(Objects.requireNonNull(Network.parse("10.0.0.0/8"))),
            true));
  }

  @Test
  void nobodyIsADecisionOnlyWhenSomebodySaidSo() {
    assertThat(SectionReading.read(new AccessSection(), folder, Map.of()).decided())
        .isFalse();
    Map<String, String> nobody = Map.of("JETON_ACCESS_ANONYMOUS", "nobody");
    assertThat(SectionReading.read(new AccessSection(), folder, nobody).decided())
        .isTrue();
  }

  @Test
  void namesWithAPortAndOriginsWithAPathAreFaults() {
    Map<String, String> given = Map.of(
        "JETON_HTTP_PUBLIC_NAMES", "tokens.example.com:443",
        "JETON_HTTP_CORS_ORIGINS", "https://a.example/,a.example");
    assertThat(SectionReading.faults(new AccessSection(), folder, given))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("http.public-names: \"tokens.example.com:443\""))
        .anyMatch(line -> line.startsWith("http.cors-origins: \"https://a.example/\""))
        .anyMatch(line -> line.startsWith("http.cors-origins: \"a.example\""));
  }
}
