package dev.jeton.server.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells other servers whom to erase without naming the person: a hash of the text that needs no key,
 * because each server has a key of its own. Short texts are guessed from it, so it does not stay.
 */
public final class PersonMark {
  private PersonMark() {}

  /** The mark of a clear text. */
  public static String of(String person) {
    return ofEscaped(NameLine.escaped(PersonHash.kept(person)));
  }

  static String ofEscaped(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("jeton audit: whom to erase\n".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
