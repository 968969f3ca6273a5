package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.crypto.Ed25519PublicKey;

/** Ed25519: 32 bytes, signatures of 64 over the message itself. */
record Ed25519Key(Ed25519PublicKey key) implements VerifyingKey {

  static Outcome<VerifyingKey> read(byte[] data) {
    return Ed25519PublicKey.of(data).then(key -> Outcome.accepted(new Ed25519Key(key)));
  }

  @Override
  public byte[] data() {
    return key.bytes();
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    return key.verifies(message, message.length, signature);
  }
}
