package dev.jeton.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Secret bytes. They leave only through {@link #reveal(SecretAccess)}, so that a reviewer can search
 * for every place that reads them; they are never printed and are compared in constant time.
 */
public final class Secret {
  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A secret that is text, as its UTF-8 bytes. */
  public static Secret ofText(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A secret that is bytes; they are copied. */
  public static Secret ofBytes(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /** A copy of the bytes. */
  public byte[] reveal(SecretAccess access) {
    access.granted();
    return bytes.clone();
  }

  /** How many bytes it has. */
  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  /** The same for all secrets, so that it tells nothing. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
