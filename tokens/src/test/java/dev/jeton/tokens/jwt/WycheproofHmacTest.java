package dev.jeton.tokens.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.Wycheproof;
import dev.jeton.tokens.crypto.HmacSha256;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** HMAC-SHA256 by the attack vectors of Wycheproof, for both of its implementations here. */
class WycheproofHmacTest {
  private static final int BLOCK = 64;

  private final HmacSha256 hmac = new HmacSha256();

  @Test
  void codes() throws IOException {
    Wycheproof file = Wycheproof.file("hmac_sha256_test.json");
    for (JsonNode group : file.groups()) {
      for (JsonNode test : group.get("tests")) {
        byte[] key = hex(test.get("key"));
        byte[] message = hex(test.get("msg"));
        byte[] tag = hex(test.get("tag"));
        VerificationKey verification =
            VerificationKey.hmacOfAnyLength(Algorithm.HS256, Secret.ofBytes(key));
        boolean accepted = verification.verifies(message, message.length, tag);
        if (group.get("tagSize").asInt() == 8 * HmacSha256.LENGTH) {
          file.count(test, accepted);
          if (key.length <= BLOCK) {
            assertThat(Arrays.equals(code(key, message), tag)).isEqualTo(accepted);
          }
        } else {
          assertThat(accepted).as("truncated: %s", test).isFalse();
          file.skip("truncated codes are refused, right ones too");
        }
      }
    }
    assertThat(file.report())
        .isEqualTo("hmac_sha256_test.json: accepted valid 33, refused invalid 54, skipped 87"
            + " {truncated codes are refused, right ones too=87}");
  }

  @Test
  void noFormatUsesSha1() throws IOException {
    Wycheproof file = Wycheproof.file("hmac_sha1_test.json");
    for (JsonNode group : file.groups()) {
      group.get("tests").forEach(test -> file.skip("no format here uses HMAC-SHA1"));
    }
    assertThat(file.report()).contains("skipped 170 {no format here uses HMAC-SHA1=170}");
  }

  private byte[] code(byte[] key, byte[] message) {
    byte[] code = new byte[HmacSha256.LENGTH];
    hmac.key(key, 0, key.length).update(message, 0, message.length).finish(code, 0);
    return code;
  }

  private static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.asText());
  }
}
