package dev.jeton.tokens.kandy;

/** How a realm encrypts its tokens; the length of a token tells which it was. */
public enum KandyCipher {
  /**
   * AES-128-ECB, key of 16 bytes. The token is the ciphertext in hex. Nothing protects it against
   * being cut and pasted by the block: legacy, for realms that have it.
   */
  ECB(16, ";"),
  /**
   * AES-256-CBC, then HMAC-SHA256 under the same key of 32 bytes. The token is the code in
   * upper-case hex, the IV as 16 plain characters and the ciphertext in upper-case hex.
   */
  CBC(32, ";x-ts=");

  private final int keyBytes;
  private final String marker;

  KandyCipher(int keyBytes, String marker) {
    this.keyBytes = keyBytes;
    this.marker = marker;
  }

  /** How many bytes its Security Key has: 16 or 32. */
  public int keyBytes() {
    return keyBytes;
  }

  /** What stands between identity and timestamp in the plaintext. */
  String marker() {
    return marker;
  }
}
