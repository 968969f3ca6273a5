package dev.jeton.server.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The bytes of a wrapped data key: format version (1 byte), length of the master key's id (1 byte),
 * the id, then Tink's encrypted keyset. The data key's own id is the associated data.
 */
final class WrappedForm {
  private static final byte VERSION = 1;
  private static final int HEAD = 2;
  private static final int LONGEST_ID = 255;

  private WrappedForm() {}

  static Bytes wrap(KeysetHandle keyset, String keyId, MasterKey master) {
    byte[] id = master.id().getBytes(StandardCharsets.UTF_8);
    if (id.length > LONGEST_ID) {
      throw new IllegalArgumentException("the id of a master key has at most 255 bytes");
    }
    try {
      byte[] head = SealedForm.concat(new byte[] {VERSION, (byte) id.length}, id);
      return Bytes.copyFrom(
          SealedForm.concat(head, Tink.wrapped(keyset, master, associated(keyId))));
    } catch (GeneralSecurityException e) {
      throw new VaultFault(
          VaultFault.Why.MASTER_KEY_UNAVAILABLE, "master key " + master.id() + " does not wrap");
    }
  }

  /** The id of the master key under which it is wrapped. */
  static String masterKey(Bytes row) {
    byte[] wrapped = row.toByteArray();
    if (wrapped.length <= HEAD
        || wrapped[0] != VERSION
        || wrapped.length <= HEAD + (wrapped[1] & 0xff)) {
      throw new CannotOpen(
          "a data key has a form that this server does not know; a newer one may have written it");
    }
    return new String(wrapped, HEAD, wrapped[1] & 0xff, StandardCharsets.UTF_8);
  }

  static KeysetHandle unwrap(Bytes row, String keyId, MasterKey master) {
    byte[] wrapped = row.toByteArray();
    int head = HEAD + (wrapped[1] & 0xff);
    try {
      byte[] keyset = Arrays.copyOfRange(wrapped, head, wrapped.length);
      return Tink.unwrapped(keyset, master, associated(keyId));
    } catch (GeneralSecurityException e) {
      throw new CannotOpen("data key " + keyId + " does not open with master key " + master.id()
          + "; its row was changed");
    }
  }

  private static byte[] associated(String keyId) {
    return ("jeton data key\n" + keyId).getBytes(StandardCharsets.UTF_8);
  }
}
