package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;

/** Any text and any key message are read or refused; what was read signs for its public key. */
class PrivateKeyFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] data) {
    check(Secret.ofBytes(data));
    if (data.length < 2000) {
      check(Secret.ofText(Multibase.encode(data)));
    }
  }

  private static void check(Secret text) {
    if (Libp2pPrivateKey.parse(text) instanceof Outcome.Accepted<Libp2pPrivateKey> parsed) {
      Libp2pPrivateKey key = parsed.value();
      byte[] message = {1};
      assertThat(key.publicKey().verify(message, key.sign(message))).isTrue();
      assertThat(accepted(Libp2pPrivateKey.parse(key.text())).text()).isEqualTo(key.text());
    }
  }
}
