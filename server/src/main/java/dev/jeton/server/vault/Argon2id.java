package dev.jeton.server.vault;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How what somebody remembers becomes bytes that cost a guesser memory and time.
 *
 * @param kibibytes the memory that it takes
 */
public record Argon2id(int kibibytes, int iterations, int lanes) {
  /** A server whose heap has 96 MB computes it. */
  private static final int MOST_KIBIBYTES = 48 << 10;

  private static final int MOST_ITERATIONS = 64;
  private static final int MOST_LANES = 4;
  private static final int LEAST_KIBIBYTES_EACH = 8;

  /** Whether a file may ask this of whoever reads it. */
  public boolean isBearable() {
    return iterations >= 1
        && iterations <= MOST_ITERATIONS
        && lanes >= 1
        && lanes <= MOST_LANES
        && kibibytes >= LEAST_KIBIBYTES_EACH * lanes
        && kibibytes <= MOST_KIBIBYTES;
  }

  /** That many bytes of it. */
  public Bytes stretch(Secret remembered, Bytes salt, int length) {
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withSalt(salt.toByteArray())
        .withMemoryAsKB(kibibytes)
        .withIterations(iterations)
        .withParallelism(lanes)
        .build());
    byte[] all = new byte[length];
    argon.generateBytes(remembered.reveal(SecretAccess.forCryptography()), all);
    return Bytes.copyFrom(all);
  }
}
