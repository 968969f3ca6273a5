package dev.jeton.server.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadWrapper;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmKeyManager;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.security.GeneralSecurityException;

/** AES-256-GCM by Tink, of which only this is registered: all of its AEADs cost twice the time. */
final class Tink {
  private static final AesGcmParameters AES_256_GCM = registered();

  private Tink() {}

  private static AesGcmParameters registered() {
    try {
      AesGcmKeyManager.register(true);
      AeadWrapper.register();
      return AesGcmParameters.builder()
          .setKeySizeBytes(32)
          .setIvSizeBytes(12)
          .setTagSizeBytes(16)
          .setVariant(AesGcmParameters.Variant.NO_PREFIX)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  /** A keyset with one new key. */
  static KeysetHandle fresh() throws GeneralSecurityException {
    return KeysetHandle.generateNew(AES_256_GCM, RegistryConfiguration.get());
  }

  static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
    return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** For a key of 32 bytes that stands outside of Tink. */
  @AccessesPartialKey
  static Aead aead(Secret key) throws GeneralSecurityException {
    SecretBytes bytes = SecretBytes.copyFrom(
        key.reveal(SecretAccess.forCryptography()), InsecureSecretKeyAccess.get());
    AesGcmKey imported =
        AesGcmKey.builder().setParameters(AES_256_GCM).setKeyBytes(bytes).build();
    return aead(KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(imported).withFixedId(1).makePrimary())
        .build());
  }

  static byte[] wrapped(KeysetHandle keyset, MasterKey master, byte[] identity)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        keyset, wrapping(master), identity, RegistryConfiguration.get());
  }

  static KeysetHandle unwrapped(byte[] wrapped, MasterKey master, byte[] identity)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped, wrapping(master), identity, RegistryConfiguration.get());
  }

  private static Aead wrapping(MasterKey master) {
    return new Aead() {
      @Override
      public byte[] encrypt(byte[] key, byte[] identity) throws GeneralSecurityException {
        return master.wrap(key, identity);
      }

      @Override
      public byte[] decrypt(byte[] wrapped, byte[] identity) throws GeneralSecurityException {
        return master.unwrap(wrapped, identity);
      }
    };
  }
}
