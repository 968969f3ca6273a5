package dev.jeton.tokens.agora;

import dev.jeton.tokens.crypto.HmacSha256;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** What minting and verifying reuse: one per thread, so nothing is shared and nothing is locked. */
final class Signer {
  private static final ThreadLocal<Signer> OF_THREAD = ThreadLocal.withInitial(Signer::new);

  final HmacSha256 hmac = new HmacSha256();
  final Packer packer = new Packer();
  final Packer content = new Packer();
  final ZlibEncoder zlib = new ZlibEncoder();
  final CRC32 crc = new CRC32();
  byte[] text = new byte[1024];
  private final byte[] salt = new byte[4];
  private @Nullable BoundedInflater inflater;
  private final byte[] secondKey = new byte[HmacSha256.LENGTH];

  private Signer() {}

  static Signer ofThread() {
    return OF_THREAD.get();
  }

  /** Made when first asked for: it holds native memory, which minting alone does not need. */
  BoundedInflater inflater() {
    if (inflater == null) {
      inflater = new BoundedInflater();
    }
    return inflater;
  }

  /** Room for {@code length} characters. */
  byte[] text(int length) {
    if (text.length < length) {
      text = new byte[length];
    }
    return text;
  }

  /**
   * The 007 signature: {@code HMAC(k2, signingInfo)} with {@code k2 = HMAC(LE32(salt), k1)} and
   * {@code k1 = HMAC(LE32(issueTs), certificate)}. The small numbers are the keys and the
   * certificate is the message; so the format has it.
   */
  void sign007(
      AppCertificate certificate,
      int issueTs,
      int saltValue,
      byte[] info,
      int offset,
      int length,
      byte[] target,
      int targetOffset) {
    byte[] firstKey = certificate.firstKey(hmac, issueTs);
    salt[0] = (byte) saltValue;
    salt[1] = (byte) (saltValue >>> 8);
    salt[2] = (byte) (saltValue >>> 16);
    salt[3] = (byte) (saltValue >>> 24);
    hmac.key(salt, 0, 4).update(firstKey, 0, firstKey.length).finish(secondKey, 0);
    hmac.key(secondKey, 0, secondKey.length)
        .update(info, offset, length)
        .finish(target, targetOffset);
  }
}
