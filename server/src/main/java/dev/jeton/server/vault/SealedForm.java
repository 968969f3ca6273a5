package dev.jeton.server.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The bytes of a sealed blob: format version (1 byte), id of the data key (8 bytes), then nonce,
 * ciphertext and tag as Tink makes them. Head and identity are the associated data.
 */
final class SealedForm {
  static final int KEY_ID_BYTES = 8;
  private static final byte VERSION = 1;
  private static final int HEAD = 1 + KEY_ID_BYTES;
  private static final byte[] LABEL = "jeton sealed\n".getBytes(StandardCharsets.US_ASCII);

  private SealedForm() {}

  static byte[] join(String keyId, byte[] sealed) {
    return concat(head(keyId), sealed);
  }

  static String keyId(byte[] blob) {
    if (blob.length <= HEAD || blob[0] != VERSION) {
      throw new CannotOpen(
          "a sealed value has a form that this server does not know; a newer one may have written it");
    }
    return HexFormat.of().formatHex(blob, 1, HEAD);
  }

  static byte[] sealed(byte[] blob) {
    return Arrays.copyOfRange(blob, HEAD, blob.length);
  }

  static byte[] associated(String keyId, String identity) {
    return concat(LABEL, concat(head(keyId), identity.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] head(String keyId) {
    return concat(new byte[] {VERSION}, HexFormat.of().parseHex(keyId));
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
