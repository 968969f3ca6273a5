package dev.jeton.tokens.kandy;

import dev.jeton.tokens.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes one token: plaintext, padding, encryption, code, hex. One per thread. */
final class Sealer {
  private static final ThreadLocal<Sealer> OF_THREAD = ThreadLocal.withInitial(Sealer::new);

  private final Aes aes = new Aes();
  private final HmacSha256 hmac = new HmacSha256();
  private final byte[] mac = new byte[HmacSha256.LENGTH];

  private Sealer() {}

  static Sealer ofThread() {
    return OF_THREAD.get();
  }

  /**
   * The token for a plaintext of these parts, whatever they hold.
   *
   * @param identity with {@code sip:} where it belongs
   * @param iv 16 characters for CBC, {@link Iv#NONE} for ECB
   */
  String seal(SecurityKey key, String identity, byte[] timestamp, byte[] iv) {
    byte[] head = (identity + key.cipher().marker()).getBytes(StandardCharsets.UTF_8);
    int length = head.length + timestamp.length;
    byte[] bytes = Arrays.copyOf(head, Pkcs7.paddedLength(length));
    System.arraycopy(timestamp, 0, bytes, head.length, timestamp.length);
    Pkcs7.pad(bytes, length);
    return seal(key, bytes, iv);
  }

  /** The token for bytes that are padded, which are overwritten. */
  String seal(SecurityKey key, byte[] padded, byte[] iv) {
    aes.encrypt(key, iv, padded, padded.length);
    return switch (key.cipher()) {
      case ECB -> ecb(padded);
      case CBC -> cbc(key, iv, padded);
    };
  }

  private static String ecb(byte[] ciphertext) {
    byte[] text = new byte[2 * ciphertext.length];
    Hex.write(ciphertext, ciphertext.length, false, text, 0);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private String cbc(SecurityKey key, byte[] iv, byte[] ciphertext) {
    byte[] text = new byte[RawKandyToken.MAC_DIGITS + Iv.LENGTH + 2 * ciphertext.length];
    System.arraycopy(iv, 0, text, RawKandyToken.MAC_DIGITS, Iv.LENGTH);
    Hex.write(ciphertext, ciphertext.length, true, text, RawKandyToken.MAC_DIGITS + Iv.LENGTH);
    key.key(hmac);
    hmac.update(text, RawKandyToken.MAC_DIGITS, text.length - RawKandyToken.MAC_DIGITS)
        .finish(mac, 0);
    Hex.write(mac, mac.length, true, text, 0);
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
