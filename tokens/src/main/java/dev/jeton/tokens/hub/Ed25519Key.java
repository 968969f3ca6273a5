package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.Ed25519PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519: 32 bytes, signatures of 64 over the message itself. */
record Ed25519Key(Ed25519PublicKey key) implements VerifyingKey {
  /** A point of order 8 that {@link Ed25519PublicKey} lets pass; its sign is the highest bit. */
  private static final byte[] OF_ORDER_8 =
      HexFormat.of().parseHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

  static Outcome<VerifyingKey> read(byte[] data) {
    return Ed25519PublicKey.of(data)
        .then(key -> isOfOrder8(data)
            ? Outcome.refused(Reason.WEAK_KEY, "anybody can forge signatures under this point")
            : Outcome.accepted(new Ed25519Key(key)));
  }

  private static boolean isOfOrder8(byte[] data) {
    byte[] even = data.clone();
    even[even.length - 1] &= 0x7f;
    return Arrays.equals(even, OF_ORDER_8);
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
