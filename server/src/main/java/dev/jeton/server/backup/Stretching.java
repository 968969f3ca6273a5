package dev.jeton.server.backup;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a passphrase becomes a key: Argon2id.
 *
 * @param kibibytes the memory that it takes
 */
record Stretching(int kibibytes, int iterations, int lanes, Bytes salt) {
  static final int SALT_BYTES = 16;
  static final int CHECK_BYTES = 16;
  private static final int KEY_BYTES = 32;

  /** A server whose heap has 96 MB makes and reads backups. */
  private static final int MOST_KIBIBYTES = 48 << 10;

  private static final int MOST_ITERATIONS = 64;
  private static final int MOST_LANES = 4;
  private static final int LEAST_KIBIBYTES_EACH = 8;

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
    return iterations >= 1
        && iterations <= MOST_ITERATIONS
        && lanes >= 1
        && lanes <= MOST_LANES
        && kibibytes >= LEAST_KIBIBYTES_EACH * lanes
        && kibibytes <= MOST_KIBIBYTES;
  }

  Stretched stretch(Secret passphrase) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withSalt(salt.toByteArray())
        .withMemoryAsKB(kibibytes)
        .withIterations(iterations)
        .withParallelism(lanes)
        .build());
    byte[] all = new byte[KEY_BYTES + CHECK_BYTES];
    argon.generateBytes(passphrase.reveal(SecretAccess.forCryptography()), all);
    return new Stretched(
        Bytes.copyFrom(all, 0, KEY_BYTES), Bytes.copyFrom(all, KEY_BYTES, CHECK_BYTES));
  }
}
