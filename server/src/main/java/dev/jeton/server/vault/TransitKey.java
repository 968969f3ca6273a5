package dev.jeton.server.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;

/** A key of the Transit engine; its ciphertext says by which version of the key it was made. */
final class TransitKey implements MasterKey {
  private final String id;
  private final String path;
  private final TransitClient client;

  TransitKey(VaultSettings.Transit settings, TransitClient client) {
    this.id = "transit:" + settings.mount() + "/" + settings.key();
    this.path = settings.mount() + "/%s/" + settings.key();
    this.client = client;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] wrap(byte[] key, byte[] identity) throws GeneralSecurityException {
    Map<String, String> asked =
        Map.of("plaintext", base64(key), "associated_data", base64(identity));
    return client
        .ask(path.formatted("encrypt"), asked, "ciphertext")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] identity) throws GeneralSecurityException {
    Map<String, String> asked = Map.of(
        "ciphertext",
        new String(wrapped, StandardCharsets.US_ASCII),
        "associated_data",
        base64(identity));
    try {
      return Base64.getDecoder().decode(client.ask(path.formatted("decrypt"), asked, "plaintext"));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("the KMS gave no base64", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "TransitKey[" + id + "]";
  }
}
