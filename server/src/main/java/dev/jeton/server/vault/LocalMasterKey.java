package dev.jeton.server.vault;

import com.google.crypto.tink.Aead;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A master key of 32 bytes that this server can read: {@code jmk1_} and their base64url. */
final class LocalMasterKey implements MasterKey {
  static final String PREFIX = "jmk1_";
  private static final int BYTES = 32;
  private static final int ID_BYTES = 8;
  private static final int TEXT_LENGTH = PREFIX.length() + 43;
  private static final byte[] ID_LABEL =
      "jeton vault master key id 1\n".getBytes(StandardCharsets.US_ASCII);

  private final String id;
  private final Aead aead;

  private LocalMasterKey(String id, Aead aead) {
    this.id = id;
    this.aead = aead;
  }

  /** The text of a new one. */
  static String newText(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The key that a text stands for; null when it is none. */
  static @Nullable LocalMasterKey read(String text) {
    if (!text.startsWith(PREFIX) || text.length() != TEXT_LENGTH) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
      return new LocalMasterKey(idOf(bytes), Tink.aead(Secret.ofBytes(bytes)));
    } catch (IllegalArgumentException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  private static String idOf(byte[] bytes) throws GeneralSecurityException {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    hash.update(ID_LABEL);
    return HexFormat.of().formatHex(hash.digest(bytes), 0, ID_BYTES);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] wrap(byte[] key, byte[] identity) throws GeneralSecurityException {
    return aead.encrypt(key, identity);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] identity) throws GeneralSecurityException {
    return aead.decrypt(wrapped, identity);
  }

  @Override
  public String toString() {
    return "LocalMasterKey[" + id + "]";
  }
}
