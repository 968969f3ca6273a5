package dev.jeton.server.audit.chain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One row by itself, wherever its line is kept.
 *
 * @param prev the hash of the row before, in hex
 * @param hash its own, in hex
 * @param sound whether that is the hash of what the line says
 */
public record ChainRow(long seq, String prev, String hash, boolean sound) {

  /** Reads a line without its end; null when it is not a row. */
  public static @Nullable ChainRow of(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    LineForm form = new LineForm();
    if (!form.read(bytes, 0, bytes.length)) {
      return null;
    }
    byte[] computed = new byte[ChainHash.BYTES];
    form.hashAfter(form.prev(), new ChainHash(), bytes.length, computed);
    HexFormat hex = HexFormat.of();
    return new ChainRow(
        form.seq(),
        hex.formatHex(form.prev()),
        hex.formatHex(form.hash()),
        Arrays.equals(computed, form.hash()));
  }
}
