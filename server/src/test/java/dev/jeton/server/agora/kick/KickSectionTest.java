package dev.jeton.server.agora.kick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KickSectionTest {
  @TempDir
  Path folder;

  @Test
  void agoraIsWhereItSaysUnlessSomebodySaysOtherwise() {
    assertThat(SectionReading.read(new KickSection(), folder, Map.of()).api())
        .isEqualTo(URI.create("https://api.agora.io"));
    assertThat(SectionReading.read(
                new KickSection(), folder, Map.of("JETON_AGORA_API_URL", "http://127.0.0.1:99/x"))
            .api())
        .isEqualTo(URI.create("http://127.0.0.1:99/x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.agora.io",
        "https://user:word@api.agora.io",
        "https://api.agora.io/?a=b",
        "ftp://127.0.0.1",
        "api.agora.io"
      })
  void aSecretDoesNotCrossTheNetworkUnprotected(String url) {
    assertThat(SectionReading.faults(new KickSection(), folder, Map.of("JETON_AGORA_API_URL", url)))
        .anyMatch(line -> line.contains("https"));
  }

  @Test
  void whatWouldBreakTheProofIsNoCustomer() {
    assertThat(KickSection.CUSTOMER_ID.takes(List.of("4f2a_-9"))).isTrue();
    for (String wrong : List.of("a:b", "a b", "a\nb", "x".repeat(129))) {
      assertThat(KickSection.CUSTOMER_ID.takes(List.of(wrong))).isFalse();
      assertThat(KickSection.CUSTOMER_SECRET.takes(List.of(wrong))).isFalse();
    }
  }
}
