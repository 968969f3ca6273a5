package dev.jeton.server.revocations;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.jwt.RawJwt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ids of tokens: what their format calls so, and the SHA-256 of their text. */
public final class TokenIds {
  private TokenIds() {}

  /** The SHA-256 of a text in lower-case hex. */
  public static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Those of a JWT: its own where it counts, the hashes of all texts that mean it, since some
   * signatures can be written down in two ways, and the hash of what of it is signed.
   */
  public static List<String> ofJwt(String text, Optional<String> jti) {
    Set<String> ids = new LinkedHashSet<>();
    jti.filter(id -> !id.isBlank()).ifPresent(ids::add);
    ids.add(of(text));
    if (RawJwt.parse(text) instanceof Outcome.Accepted<RawJwt> jwt) {
      jwt.value().spellings().forEach(spelling -> ids.add(of(spelling)));
    }
    ids.add(of(text.substring(0, Math.max(0, text.lastIndexOf('.')))));
    return List.copyOf(ids);
  }

  /** Those of several texts that mean the same token, each once. */
  public static List<String> of(List<String> texts) {
    Set<String> ids = new LinkedHashSet<>();
    texts.forEach(text -> ids.add(of(text)));
    return List.copyOf(ids);
  }
}
