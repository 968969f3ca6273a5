package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  /** Checksums and hash by Python's zlib and hashlib. */
  private static final String KEY = "jtn_0123456789ABabcdefghijklmnopqrstuvwxyzABCDEF1S8XVy";

  private static final String HASH =
      "27d60f5234198a30bdf5a0eb168d560bbf5017b2266eb5b320fc107dd7fee5c8";

  @Test
  void aKeyIsReadAsItsLabelAndTheHashOfAllOfIt() {
    ApiKey key = ApiKey.parse(KEY).orElseThrow();
    assertThat(key.label()).isEqualTo("jtn_0123456789AB");
    assertThat(HexFormat.of().formatHex(bytes(key.hash()))).isEqualTo(HASH);
    assertThat(key.toString()).doesNotContain(HASH, "abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jtn_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz4Owka3",
        "jtn_KUWUVY6VFe4hXzoNGmsv8PG4epjPnRGHusVHubnCNlKM00oQ0J"
      })
  void aChecksumAlwaysHasSixSigns(String key) {
    assertThat(ApiKey.parse(key)).isPresent();
  }

  @Test
  void aKeyWithAnyOtherSignInItIsNone() {
    for (int at = 0; at < KEY.length(); at++) {
      char other = KEY.charAt(at) == 'x' ? 'y' : 'x';
      assertThat(ApiKey.parse(KEY.substring(0, at) + other + KEY.substring(at + 1)))
          .as("another sign at %d", at)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jtn_", "jtn_0123456789AB", " " + KEY, KEY + " ", KEY + "0"})
  void whatIsShorterOrLongerIsNone(String text) {
    assertThat(ApiKey.parse(text)).isEmpty();
  }

  @Test
  void signsBeyondAsciiAreNone() {
    assertThat(ApiKey.parse(KEY.replace('a', '\u00e4'))).isEmpty();
    assertThat(ApiKey.parse(KEY.replace('0', '\u0660'))).isEmpty();
  }

  @Test
  void whatIsMadeIsReadAndNoTwoAreTheSame() {
    Random random = new Random(62);
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      Secret made = ApiKey.make(random);
      String text = new String(bytes(made), StandardCharsets.US_ASCII);
      assertThat(text).matches("jtn_[0-9A-Za-z]{50}");
      ApiKey read = ApiKey.parse(text).orElseThrow();
      assertThat(read.label()).isEqualTo(ApiKey.labelOf(made));
      assertThat(read.hash()).isEqualTo(ApiKey.hash(made));
      labels.add(read.label());
    }
    assertThat(labels).hasSize(1_000);
  }

  private static byte[] bytes(Secret secret) {
    return secret.reveal(SecretAccess.forCryptography());
  }
}
