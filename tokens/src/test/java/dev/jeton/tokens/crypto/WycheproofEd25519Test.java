package dev.jeton.tokens.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Wycheproof;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Ed25519 by the attack vectors of Wycheproof; the line is the exact figures. */
class WycheproofEd25519Test {

  @Test
  void signatures() throws IOException {
    Wycheproof file = Wycheproof.file("ed25519_test.json");
    for (JsonNode group : file.groups()) {
      Outcome<Ed25519PublicKey> key =
          Ed25519PublicKey.of(hex(group.get("publicKey").get("pk")));
      for (JsonNode test : group.get("tests")) {
        byte[] message = hex(test.get("msg"));
        byte[] signature = hex(test.get("sig"));
        file.count(
            test,
            key instanceof Outcome.Accepted<Ed25519PublicKey> accepted
                && accepted.value().verifies(message, message.length, signature));
      }
    }
    assertThat(file.report())
        .isEqualTo("ed25519_test.json: accepted valid 88, refused invalid 63, skipped 0");
  }

  private static byte[] hex(JsonNode text) {
    return HexFormat.of().parseHex(text.asText());
  }
}
