package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.Wycheproof;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** AES-CBC and PKCS#7 by the attack vectors of Wycheproof; the line is the exact figures. */
class WycheproofAesCbcTest {
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void everyAnswerForKeysOf256BitsIsRight() throws IOException {
    Wycheproof file = Wycheproof.file("aes_cbc_pkcs5_test.json");
    for (JsonNode group : file.groups()) {
      for (JsonNode test : group.path("tests")) {
        if (group.path("keySize").asInt() == 256) {
          file.count(test, decrypts(test));
        } else {
          file.skip("keys of 128 and 192 bits: no CBC realm");
        }
      }
    }
    assertThat(file.report())
        .isEqualTo("aes_cbc_pkcs5_test.json: accepted valid 24, refused invalid 48, skipped 144"
            + " {keys of 128 and 192 bits: no CBC realm=144}");
  }

  private static boolean decrypts(JsonNode test) {
    SecurityKey key = SecurityKey.of(
        KandyCipher.CBC, Secret.ofBytes(HEX.parseHex(test.path("key").asText())));
    byte[] bytes = HEX.parseHex(test.path("ct").asText());
    if (bytes.length == 0 || bytes.length % Aes.BLOCK != 0) {
      return false;
    }
    new Aes().decrypt(key, HEX.parseHex(test.path("iv").asText()), bytes, bytes.length);
    int padding = Pkcs7.padding(bytes, bytes.length);
    byte[] message = Arrays.copyOf(bytes, bytes.length - padding);
    return padding > 0 && Arrays.equals(message, HEX.parseHex(test.path("msg").asText()));
  }
}
