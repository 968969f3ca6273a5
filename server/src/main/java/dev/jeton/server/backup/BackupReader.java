package dev.jeton.server.backup;

import dev.jeton.tokens.Secret;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Reads a backup from its beginning to its end, as often as it is asked to. */
final class BackupReader {
  private final Path file;
  private final Optional<Secret> passphrase;
  private final int newestSchema;

  BackupReader(Path file, Optional<Secret> passphrase, int newestSchema) {
    this.file = file;
    this.passphrase = passphrase;
    this.newestSchema = newestSchema;
  }

  /** Takes what is in it, in its order, and may find that it cannot be used. */
  interface Taker {
    void head(Head head) throws BackupUnusable;

    void row(Row row) throws BackupUnusable;
  }

  /**
   * Reads all of it. What was taken counts only when this returns: what was changed shows at the end.
   *
   * @return the digest in hexadecimal
   */
  String read(Taker taker) throws BackupUnusable {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw BackupUnusable.because(file + " cannot be read; name a backup that this user may read");
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Prelude prelude = Prelude.read(new DataInputStream(bytes), passphrase);
      return body(BodySeal.opening(bytes, prelude), prelude, taker);
    } catch (IOException e) {
      throw BackupUnusable.damaged();
    }
  }

  private String body(InputStream opened, Prelude prelude, Taker taker)
      throws IOException, BackupUnusable {
    DigestInputStream digesting =
        new DigestInputStream(new BufferedInputStream(opened, 1 << 16), Digest.after(prelude));
    DataInputStream in = new DataInputStream(digesting);
    Head head = Head.read(RowForm.bytes(in, Head.MOST_BYTES), newestSchema);
    taker.head(head);
    for (Part part : head.parts()) {
      for (long i = 0; i < part.rows(); i++) {
        taker.row(RowForm.read(in, part));
      }
    }
    byte[] digest = digesting.getMessageDigest().digest();
    digesting.on(false);
    if (!MessageDigest.isEqual(digest, in.readNBytes(Digest.BYTES)) || in.read() >= 0) {
      throw BackupUnusable.damaged();
    }
    return HexFormat.of().formatHex(digest);
  }
}
