package dev.jeton.server.callers;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A caller's API key: {@code jtn_}, 12 signs that name it, 32 random ones, and 6 that check the rest (the
 * CRC-32 of all before them, in base 62), so that a scanner knows one when it sees one.
 *
 * @param label {@code jtn_} and the name, which is no secret
 * @param hash SHA-256 of the whole key; all that is ever stored
 */
record ApiKey(String label, Secret hash) {
  static final String PREFIX = "jtn_";

  private static final int NAME = 12;
  private static final int RANDOM = 32;
  private static final int LABEL = PREFIX.length() + NAME;
  private static final int CHECKED = LABEL + RANDOM;
  private static final int LENGTH = CHECKED + 6;

  /** A new one, whole. */
  static Secret make(RandomGenerator random) {
    String checked = PREFIX + Base62.random(NAME + RANDOM, random);
    return Secret.ofText(checked + Base62.checksum(checked));
  }

  /** Reads one that somebody shows; empty when no such key was ever made. */
  static Optional<ApiKey> parse(String text) {
    return text.length() == LENGTH
            && text.startsWith(PREFIX)
            && Base62.isMadeOf(text.substring(PREFIX.length()))
            && text.endsWith(Base62.checksum(text.substring(0, CHECKED)))
        ? Optional.of(new ApiKey(text.substring(0, LABEL), hash(Secret.ofText(text))))
        : Optional.empty();
  }

  /** What may be shown of a whole one. */
  static String labelOf(Secret whole) {
    return new String(bytes(whole), 0, LABEL, StandardCharsets.US_ASCII);
  }

  static Secret hash(Secret whole) {
    try {
      return Secret.ofBytes(MessageDigest.getInstance("SHA-256").digest(bytes(whole)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] bytes(Secret whole) {
    return whole.reveal(SecretAccess.forCryptography());
  }
}
