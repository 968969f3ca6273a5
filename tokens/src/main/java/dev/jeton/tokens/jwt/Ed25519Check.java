package dev.jeton.tokens.jwt;

import dev.jeton.tokens.crypto.Ed25519PublicKey;
import dev.jeton.tokens.encoding.StrictBase64Url;
import dev.jeton.tokens.json.JsonObject;

/** Ed25519 of RFC 8037 and RFC 9864. */
record Ed25519Check(Ed25519PublicKey key) implements PublicCheck {

  @Override
  public boolean verifies(byte[] message, int length, byte[] signature) {
    return key.verifies(message, length, signature);
  }

  @Override
  public int signatureLength() {
    return Ed25519PublicKey.SIGNATURE_LENGTH;
  }

  @Override
  public JsonObject requiredMembers() {
    return JsonObject.builder()
        .put("crv", "Ed25519")
        .put("kty", "OKP")
        .put("x", StrictBase64Url.encode(key.bytes()))
        .build();
  }
}
