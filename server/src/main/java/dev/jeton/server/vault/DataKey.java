package dev.jeton.server.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A key that seals secrets, unwrapped and ready. */
record DataKey(String id, KeysetHandle keyset, Aead aead) {

  static DataKey of(String id, KeysetHandle keyset) {
    try {
      return new DataKey(id, keyset, Tink.aead(keyset));
    } catch (GeneralSecurityException e) {
      throw new CannotOpen("data key " + id + " is no key for AES-GCM; its row was changed");
    }
  }

  static DataKey fresh(RandomGenerator random) {
    byte[] id = new byte[SealedForm.KEY_ID_BYTES];
    random.nextBytes(id);
    try {
      return of(HexFormat.of().formatHex(id), Tink.fresh());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  byte[] seal(byte[] bytes, String identity) {
    try {
      return SealedForm.join(id, aead.encrypt(bytes, SealedForm.associated(id, identity)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  byte[] open(byte[] blob, String identity) {
    try {
      return aead.decrypt(SealedForm.sealed(blob), SealedForm.associated(id, identity));
    } catch (GeneralSecurityException e) {
      throw new CannotOpen("the sealed value of " + identity
          + " does not open: it was changed, or belongs elsewhere; restore it from a backup");
    }
  }

  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }
}
