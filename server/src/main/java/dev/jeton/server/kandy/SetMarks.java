package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Triple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** What sets are remembered by: hashes of their tokens as an issuer here writes them. */
final class SetMarks {
  private static final int SHORT = 32;

  private SetMarks() {}

  /** Of the set as it was issued, so that no other combination of its tokens has it. */
  static String whole(Triple tokens) {
    return hash(String.join(" ", all(tokens)));
  }

  /**
   * Of what may be used once. Each CBC token has a random IV, so each is marked by itself, and tokens
   * of two sets that were made in the same millisecond cannot be mixed into a third. ECB tokens for
   * the same name in the same millisecond are equal, so there the set is marked as a whole: by what
   * tokens it has, in whatever places, since from and to look alike.
   */
  static List<String> each(Triple tokens, KandyCipher cipher) {
    return cipher == KandyCipher.CBC
        ? all(tokens).stream().map(token -> hash(token).substring(0, SHORT)).toList()
        : List.of(hash(String.join(" ", new TreeSet<>(all(tokens)))).substring(0, SHORT));
  }

  private static List<String> all(Triple tokens) {
    return List.of(tokens.accountToken(), tokens.fromToken(), tokens.toToken());
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256")
              .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
