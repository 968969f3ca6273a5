package dev.jeton.server.backup;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.vault.Argon2id;
import dev.jeton.tokens.Secret;

/**
 * How a passphrase becomes a key: Argon2id.
 *
 * @param kibibytes the memory that it takes
 */
record Stretching(int kibibytes, int iterations, int lanes, Bytes salt) {
  static final int SALT_BYTES = 16;
  static final int CHECK_BYTES = 16;
  private static final int KEY_BYTES = 32;

  /** A key, and bytes that tell whether a passphrase is the right one without telling the key. */
  record Stretched(Bytes key, Bytes check) {
    @Override
    public String toString() {
      return "Stretched[redacted]";
    }
  }

  /** What new backups use: the memory that OWASP names, thrice its iterations. */
  static Stretching usual(Bytes salt) {
    return new Stretching(19 << 10, 6, 1, salt);
  }

  /** Whether a file may ask this of whoever reads it. */
  boolean isBearable() {
    return argon().isBearable();
  }

  Stretched stretch(Secret passphrase) {
    byte[] all = argon().stretch(passphrase, salt, KEY_BYTES + CHECK_BYTES).toByteArray();
    return new Stretched(
        Bytes.copyFrom(all, 0, KEY_BYTES), Bytes.copyFrom(all, KEY_BYTES, CHECK_BYTES));
  }

  private Argon2id argon() {
    return new Argon2id(kibibytes, iterations, lanes);
  }
}
