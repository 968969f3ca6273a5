package dev.jeton.server.backup;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.tokens.Secret;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The first bytes of a backup, which are never sealed: eight letters, format version (1 byte), whether
 * a passphrase seals the rest (1 byte); then memory in KiB, iterations and lanes of Argon2id (4 bytes
 * each), salt (16) and check (16).
 *
 * @param bytes all of them, to which the rest is bound
 * @param key what seals the rest
 */
record Prelude(Bytes bytes, Optional<Bytes> key) {
  static final int VERSION = 1;
  private static final byte[] MAGIC = "JETONBAK".getBytes(StandardCharsets.US_ASCII);

  static Prelude create(Optional<Secret> passphrase, RandomGenerator random) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Optional<Bytes> key = Optional.empty();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeByte(VERSION);
      out.writeBoolean(passphrase.isPresent());
      if (passphrase.isPresent()) {
        byte[] salt = new byte[Stretching.SALT_BYTES];
        random.nextBytes(salt);
        Stretching how = Stretching.usual(Bytes.copyFrom(salt));
        Stretching.Stretched stretched = how.stretch(passphrase.get());
        out.writeInt(how.kibibytes());
        out.writeInt(how.iterations());
        out.writeInt(how.lanes());
        out.write(salt);
        out.write(stretched.check().toByteArray());
        key = Optional.of(stretched.key());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Prelude(Bytes.copyFrom(bytes.toByteArray()), key);
  }

  static Prelude read(DataInputStream in, Optional<Secret> passphrase)
      throws IOException, BackupUnusable {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw BackupUnusable.because("this is no backup that jeton backup made");
    }
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw BackupUnusable.because("the backup has format " + version + ", and this server knows "
          + VERSION + "; restore it with the Jeton that made it");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream all = new DataOutputStream(bytes);
    all.write(magic);
    all.writeByte(version);
    int sealing = in.readUnsignedByte();
    all.writeByte(sealing);
    if (sealing == 0) {
      return new Prelude(Bytes.copyFrom(bytes.toByteArray()), Optional.empty());
    }
    if (sealing != 1) {
      throw BackupUnusable.damaged();
    }
    int kibibytes = in.readInt();
    int iterations = in.readInt();
    int lanes = in.readInt();
    byte[] salt = whole(in, Stretching.SALT_BYTES);
    Stretching how = new Stretching(kibibytes, iterations, lanes, Bytes.copyFrom(salt));
    byte[] check = whole(in, Stretching.CHECK_BYTES);
    all.writeInt(kibibytes);
    all.writeInt(iterations);
    all.writeInt(lanes);
    all.write(salt);
    all.write(check);
    return new Prelude(
        Bytes.copyFrom(bytes.toByteArray()), Optional.of(key(how, check, passphrase)));
  }

  private static Bytes key(Stretching how, byte[] check, Optional<Secret> passphrase)
      throws BackupUnusable {
    if (!how.isBearable()) {
      throw BackupUnusable.because(
          "the backup asks for more work on its passphrase than any that jeton backup makes; it was"
              + " changed");
    }
    Secret given = passphrase.orElseThrow(() -> BackupUnusable.unlessSaid(
        "the backup is sealed with a passphrase; give it with --prompt or --secret-file"));
    Stretching.Stretched stretched = how.stretch(given);
    if (!MessageDigest.isEqual(stretched.check().toByteArray(), check)) {
      throw BackupUnusable.unlessSaid("the passphrase is not the one of this backup");
    }
    return stretched.key();
  }

  private static byte[] whole(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  @Override
  public String toString() {
    return "Prelude[sealed=" + key.isPresent() + "]";
  }
}
