package dev.jeton.server.admin;

import dev.jeton.server.vault.Sealer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps the identity beside the bytes and turns each over, so that swapped rows and clear texts show. */
final class TestSealer implements Sealer {
  @Override
  public byte[] seal(Secret secret, String identity) {
    return sealBytes(secret.reveal(SecretAccess.forCryptography()), identity);
  }

  @Override
  public byte[] sealBytes(byte[] bytes, String identity) {
    return turned((identity + "\n" + new String(bytes, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Secret open(byte[] blob, String identity) {
    return Secret.ofBytes(openBytes(blob, identity));
  }

  @Override
  public byte[] openBytes(byte[] blob, String identity) {
    String[] parts = new String(turned(blob), StandardCharsets.UTF_8).split("\n", 2);
    if (!parts[0].equals(identity)) {
      throw new IllegalStateException("sealed for another");
    }
    return parts[1].getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String dataKeyOf(byte[] blob) {
    return "test";
  }

  private static byte[] turned(byte[] bytes) {
    byte[] turned = Arrays.copyOf(bytes, bytes.length);
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) ~turned[i];
    }
    return turned;
  }
}
