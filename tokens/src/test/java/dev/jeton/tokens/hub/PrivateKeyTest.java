package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrivateKeyTest {
  private static final byte[] MESSAGE = {1, 2, 3};

  @Test
  void aNewKeySignsForItsPublicKeyAndIsReadAgain() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      Libp2pPrivateKey key = Libp2pPrivateKey.random(random);
      assertThat(key.publicKey().verify(MESSAGE, key.sign(MESSAGE))).isTrue();
      assertThat(key.text().length()).isEqualTo(110);
      assertThat(accepted(Libp2pPrivateKey.parse(key.text())).publicKey())
          .isEqualTo(key.publicKey());
      assertThat(key.fault()).isEmpty();
    }
  }

  @Test
  void thePublicPartHasToFitTheSeed() {
    byte[] seed = new byte[32];
    new Random(1).nextBytes(seed);
    byte[] owner = Libp2pPrivateKey.ofSeed(Secret.ofBytes(seed)).publicKey().data();
    byte[] other = Keys.OTHER_ISSUER.publicKey().data();
    accepted(parse(seed, owner));
    accepted(parse(seed, owner, owner));
    assertThat(reason(parse(seed, other))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse(seed, owner, other))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse(seed, other, owner))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse(owner, seed))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse(seed))).isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse())).isEqualTo(Reason.MALFORMED);
    assertThat(reason(parse(seed, owner, owner, owner))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void aPublicKeyIsNoPrivateKey() {
    assertThat(Libp2pPrivateKey.parse(Secret.ofText(Keys.ISSUER.publicKey().text())))
        .isEqualTo(Outcome.refused(
            Reason.MALFORMED, "it has 32 bytes, as a public key has; a private key has 64 or 96"));
  }

  @Test
  void otherTypesAreNotSupported() {
    byte[] message = new KeyMessage(KeyType.SECP256K1, new byte[32]).encoded();
    assertThat(reason(Libp2pPrivateKey.parse(Secret.ofText(Multibase.encode(message)))))
        .isEqualTo(Reason.KEY_TYPE_UNSUPPORTED);
  }

  @Test
  void nothingShowsTheKey() {
    assertThat(Keys.ISSUER).hasToString("Libp2pPrivateKey[redacted]");
    assertThat(Keys.ISSUER.text()).hasToString("Secret[redacted]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Libp2pPrivateKey.ofSeed(Secret.ofBytes(new byte[31])));
  }

  @Test
  void aSeedThatAnybodyCanGuessIsAFault() {
    byte[] seed = new byte[32];
    assertThat(Libp2pPrivateKey.ofSeed(Secret.ofBytes(seed)).fault()).isPresent();
    Arrays.fill(seed, (byte) 0x5a);
    assertThat(Libp2pPrivateKey.ofSeed(Secret.ofBytes(seed)).fault())
        .contains("it is one piece repeated over and over");
  }

  private static Outcome<Libp2pPrivateKey> parse(byte[]... parts) {
    byte[] data = {};
    for (byte[] part : parts) {
      data = Arrays.copyOf(data, data.length + part.length);
      System.arraycopy(part, 0, data, data.length - part.length, part.length);
    }
    byte[] message = new KeyMessage(KeyType.ED25519, data).encoded();
    return Libp2pPrivateKey.parse(Secret.ofText(Multibase.encode(message)));
  }
}
