package dev.jeton.tokens.kandy;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.HmacSha256;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens one token under one key: code first, then decryption, padding, form. One per thread. */
final class Opener {
  private static final ThreadLocal<Opener> OF_THREAD = ThreadLocal.withInitial(Opener::new);

  private final Aes aes = new Aes();
  private final HmacSha256 hmac = new HmacSha256();
  private final PlaintextReader reader = new PlaintextReader();
  private final byte[] mac = new byte[HmacSha256.LENGTH];
  private final byte[] macText = new byte[RawKandyToken.MAC_DIGITS];

  private Opener() {}

  static Opener ofThread() {
    return OF_THREAD.get();
  }

  /** BAD_MAC, DECRYPT_FAILED or MALFORMED_PLAINTEXT, or what it says. */
  Outcome<Plaintext> open(RawKandyToken token, SecurityKey key, Timestamps timestamps) {
    byte[] iv = Iv.NONE;
    if (token.cipher() == KandyCipher.CBC) {
      if (!hasMac(token.text(), key)) {
        return Outcome.refused(Reason.BAD_MAC, "no key of the realm made its code");
      }
      iv = token.ivBytes();
    }
    byte[] bytes = token.ciphertext();
    aes.decrypt(key, iv, bytes, bytes.length);
    return read(token.cipher(), timestamps, bytes);
  }

  /**
   * Compares the code as text: in lower case it would be another text for the same token, and a
   * vendor's issuer never writes it so.
   */
  private boolean hasMac(byte[] text, SecurityKey key) {
    key.key(hmac);
    hmac.update(text, RawKandyToken.MAC_DIGITS, text.length - RawKandyToken.MAC_DIGITS)
        .finish(mac, 0);
    Hex.write(mac, mac.length, true, macText, 0);
    byte[] given = Arrays.copyOf(text, RawKandyToken.MAC_DIGITS);
    return MessageDigest.isEqual(macText, given);
  }

  /** Reads on behind wrong padding too, so that the time taken does not tell it from wrong text. */
  private Outcome<Plaintext> read(KandyCipher cipher, Timestamps timestamps, byte[] bytes) {
    int padding = Pkcs7.padding(bytes, bytes.length);
    @Nullable Plaintext plaintext = reader.read(cipher, timestamps, bytes, bytes.length - padding);
    if (padding == 0) {
      return Outcome.refused(Reason.DECRYPT_FAILED, "no key of the realm opens it");
    }
    return plaintext == null
        ? Outcome.refused(Reason.MALFORMED_PLAINTEXT, "it opens, but not to an identity and a time")
        : Outcome.accepted(plaintext);
  }
}
