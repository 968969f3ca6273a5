package dev.jeton.server.hub.api;

import dev.jeton.server.http.Refused;
import dev.jeton.tokens.encoding.StrictBase64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A signature as text: hex, or Base64 in either alphabet with all of its padding or none. What consists
 * of hex digits alone is hex; no signature looks like that in Base64.
 */
final class SignatureText {
  /** Room for an RSA signature of 8192 bits in hex. */
  private static final int LONGEST = 2048;

  private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})+");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+={0,2}");

  private SignatureText() {}

  static byte[] decode(String text) {
    if (text.length() <= LONGEST) {
      if (HEX.matcher(text).matches()) {
        return HexFormat.of().parseHex(text);
      }
      boolean standard = BASE64.matcher(text).matches();
      if (standard || BASE64URL.matcher(text).matches()) {
        String plain = standard ? text : text.replace('-', '+').replace('_', '/');
        byte[] bytes = StrictBase64.decode(text.endsWith("=") ? plain : padded(plain), 0);
        if (bytes != null) {
          return bytes;
        }
      }
    }
    throw Refused.badRequest(
        "wrong-member",
        "signature must be the bytes of the signature as base64, base64url or hex, at most "
            + LONGEST
            + " characters");
  }

  private static String padded(String text) {
    return text + "=".repeat((4 - text.length() % 4) % 4);
  }
}
