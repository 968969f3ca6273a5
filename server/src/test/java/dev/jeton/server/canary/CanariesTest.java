package dev.jeton.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanariesTest {
  private static final String SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  @Test
  void findsASecretAsItIsAndInEitherCase() {
    assertThat(found("code=" + SECRET + ";")).isTrue();
    assertThat(found("code=" + SECRET.toUpperCase(Locale.ROOT) + ";")).isTrue();
    assertThat(found("code=" + SECRET.substring(1))).isFalse();
    assertThat(found("")).isFalse();
  }

  @Test
  void findsTheBytesThatItEncodes() {
    byte[] bytes = HexFormat.of().parseHex(SECRET);
    assertThat(found(new String(bytes, StandardCharsets.ISO_8859_1))).isTrue();
    assertThat(found(Base64.getEncoder().encodeToString(bytes))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "{\"certificate\":\""})
  void findsItInsideOfALongerTextThatIsEncoded(String before) {
    byte[] text = (before + SECRET + "\"}").getBytes(StandardCharsets.UTF_8);
    assertThat(found(HexFormat.of().formatHex(text))).isTrue();
    assertThat(found(HexFormat.of().withUpperCase().formatHex(text))).isTrue();
    assertThat(found(Base64.getEncoder().encodeToString(text))).isTrue();
    assertThat(found(Base64.getUrlEncoder().withoutPadding().encodeToString(text)))
        .isTrue();
  }

  private static boolean found(String text) {
    Canaries canaries = new Canaries();
    canaries.add("it", SECRET);
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return !canaries.in(List.of(Haystack.of("here", bytes))).isEmpty();
  }
}
