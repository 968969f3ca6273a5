package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Secret;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AES-ECB and PKCS#7 against published answers; keys of 192 and 256 bits have no ECB realm. */
class AesKnownAnswersTest {
  private static final HexFormat HEX = HexFormat.of();

  static List<JsonNode> answers() {
    JsonNode tests = Vectors.read("aes-ecb-kat.json").path("tests");
    return StreamSupport.stream(tests.spliterator(), false)
        .filter(test -> test.path("keySize").asInt() == 128)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void encryptsAndDecryptsAsPublished(JsonNode test) {
    SecurityKey key = SecurityKey.of(
        KandyCipher.ECB, Secret.ofBytes(HEX.parseHex(test.path("key").asText())));
    byte[] message = HEX.parseHex(test.path("msg").asText());
    byte[] ciphertext = HEX.parseHex(test.path("ct").asText());
    boolean padded = test.path("padding").asText().equals("PKCS7");
    if (test.path("result").asText().equals("invalid")) {
      assertThat(isWhole(ciphertext) && padding(key, ciphertext) > 0).isFalse();
      return;
    }
    byte[] bytes = padded ? padded(message) : message.clone();
    new Aes().encrypt(key, Iv.NONE, bytes, bytes.length);
    assertThat(bytes).isEqualTo(ciphertext);
    int padding = padded ? padding(key, bytes) : 0;
    new Aes().decrypt(key, Iv.NONE, bytes, bytes.length);
    assertThat(Arrays.copyOf(bytes, bytes.length - padding)).isEqualTo(message);
  }

  @Test
  void thereAreAnswers() {
    assertThat(answers()).hasSize(19);
  }

  @Test
  void paddingIsRightForEachLengthAndWrongWithAnyOtherByte() {
    for (int length = 0; length <= 2 * Aes.BLOCK; length++) {
      byte[] bytes = padded(new byte[length]);
      int padding = bytes.length - length;
      assertThat(Pkcs7.padding(bytes, bytes.length)).isEqualTo(padding);
      for (int i = 1; i < padding; i++) {
        byte[] broken = bytes.clone();
        broken[length + i - 1] ^= 0x20;
        assertThat(Pkcs7.padding(broken, broken.length)).isZero();
      }
    }
    for (int last = 0; last < 256; last++) {
      byte[] bytes = new byte[Aes.BLOCK];
      Arrays.fill(bytes, (byte) last);
      boolean right = last >= 1 && last <= Aes.BLOCK;
      assertThat(Pkcs7.padding(bytes, Aes.BLOCK)).isEqualTo(right ? last : 0);
    }
  }

  private static boolean isWhole(byte[] ciphertext) {
    return ciphertext.length > 0 && ciphertext.length % Aes.BLOCK == 0;
  }

  private static byte[] padded(byte[] message) {
    byte[] padded = Arrays.copyOf(message, Pkcs7.paddedLength(message.length));
    Pkcs7.pad(padded, message.length);
    return padded;
  }

  private static int padding(SecurityKey key, byte[] ciphertext) {
    byte[] bytes = ciphertext.clone();
    new Aes().decrypt(key, Iv.NONE, bytes, bytes.length);
    return Pkcs7.padding(bytes, bytes.length);
  }
}
