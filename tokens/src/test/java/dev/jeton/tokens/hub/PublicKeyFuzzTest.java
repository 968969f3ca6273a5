package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;

/** Any key message is read or refused; what was read has one name, and takes no made-up signature. */
class PublicKeyFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] message) {
    if (Libp2pPublicKey.ofMessage(message) instanceof Outcome.Accepted<Libp2pPublicKey> parsed) {
      Libp2pPublicKey key = parsed.value();
      assertThat(accepted(Libp2pPublicKey.parse(key.text()))).isEqualTo(key);
      assertThat(accepted(Multibase.decode(key.text())).length).isLessThan(message.length + 16);
      assertThat(key.verify(message, message)).isFalse();
      assertThat(key.verify(message, new byte[64])).isFalse();
    }
  }
}
