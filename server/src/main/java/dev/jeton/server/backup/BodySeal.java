package dev.jeton.server.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** What follows the prelude, sealed in segments with AES-256-GCM where there is a key. */
final class BodySeal {
  private static final int KEY_BYTES = 32;
  private static final int SEGMENT_BYTES = 64 << 10;

  private BodySeal() {}

  static OutputStream sealing(OutputStream out, Prelude prelude) throws IOException {
    if (prelude.key().isEmpty()) {
      return out;
    }
    try {
      return aead(prelude.key().get().toByteArray())
          .newEncryptingStream(out, prelude.bytes().toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  static InputStream opening(InputStream in, Prelude prelude) throws IOException {
    if (prelude.key().isEmpty()) {
      return in;
    }
    try {
      return aead(prelude.key().get().toByteArray())
          .newDecryptingStream(in, prelude.bytes().toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-GCM", e);
    }
  }

  private static AesGcmHkdfStreaming aead(byte[] key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
  }
}
