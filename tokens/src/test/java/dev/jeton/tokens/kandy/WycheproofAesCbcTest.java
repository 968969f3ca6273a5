package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * AES-CBC and PKCS#7 against Project Wycheproof, whose files are read where they lie: {@code
 * -Dwycheproof=DIR} says where.
 */
class WycheproofAesCbcTest {
  private static final Path FILE = Path.of(
      System.getProperty("wycheproof", "../../shared/wycheproof"), "aes_cbc_pkcs5_test.json");
  private static final HexFormat HEX = HexFormat.of();

  @Test
  void everyAnswerForKeysOf256BitsIsRight() throws IOException {
    assumeTrue(
        Files.exists(FILE),
        "skipped: no " + FILE.getFileName() + "; give its folder with -Dwycheproof=DIR");
    int valid = 0;
    int invalid = 0;
    int skipped = 0;
    for (JsonNode group : new ObjectMapper().readTree(FILE.toFile()).path("testGroups")) {
      if (group.path("keySize").asInt() != 256) {
        skipped += group.path("tests").size();
        continue;
      }
      for (JsonNode test : group.path("tests")) {
        boolean accepted = decrypts(test);
        assertThat(accepted)
            .as("tcId %s", test.path("tcId"))
            .isEqualTo(test.path("result").asText().equals("valid"));
        valid += accepted ? 1 : 0;
        invalid += accepted ? 0 : 1;
      }
    }
    String figures = "Wycheproof AES-CBC-PKCS5: " + valid + " valid accepted, " + invalid
        + " invalid refused, " + skipped + " skipped (keys of 128 and 192 bits: no CBC realm)";
    System.out.println("figures: " + figures);
    assertThat(figures)
        .startsWith("Wycheproof AES-CBC-PKCS5: 24 valid accepted, 48 invalid refused, 144 skipped");
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
