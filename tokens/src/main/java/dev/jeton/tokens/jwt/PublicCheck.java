package dev.jeton.tokens.jwt;

import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonObject;
import java.math.BigInteger;

/** A key that may be published. */
interface PublicCheck extends SignatureCheck {
  /** What its JWK must have (RFC 7638 section 3.2), ordered by name. */
  JsonObject requiredMembers();

  /** The number in big-endian order and {@code length} bytes, as base64url. */
  static String number(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] exact = new byte[length];
    int copied = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - copied, exact, length - copied, copied);
    return StrictBase64Url.encode(exact);
  }
}
