package dev.jeton.server.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a backup: prelude, head behind its length, the rows of each part in its order, and a SHA-256
 * of all that.
 */
final class BackupWriter implements Closeable {
  private final DigestOutputStream digesting;
  private final DataOutputStream out;

  BackupWriter(OutputStream file, Prelude prelude, Head head) throws IOException {
    file.write(prelude.bytes().toByteArray());
    OutputStream body = BodySeal.sealing(new BufferedOutputStream(file, 1 << 16), prelude);
    digesting = new DigestOutputStream(body, Digest.after(prelude));
    out = new DataOutputStream(new BufferedOutputStream(digesting));
    RowForm.write(out, head.json());
  }

  void row(List<Column> columns, List<Object> row) throws IOException {
    RowForm.write(out, columns, row);
  }

  /** Ends it, and gives the digest in hexadecimal. */
  String finish() throws IOException {
    out.flush();
    byte[] digest = digesting.getMessageDigest().digest();
    digesting.on(false);
    digesting.write(digest);
    digesting.close();
    return HexFormat.of().formatHex(digest);
  }

  @Override
  public void close() throws IOException {
    digesting.close();
  }
}
