package dev.jeton.tokens.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates one zlib stream to at most {@link Packer#MAX_BYTES}. Official parsers have no bound: 194
 * kB of input become 200 MB there. Cut, damaged and dictionary streams are refused, and so is
 * anything behind the stream.
 *
 * <p>Not thread-safe.
 */
final class BoundedInflater {
  private final Inflater inflater = new Inflater();

  Outcome<byte[]> inflate(byte[] compressed) {
    inflater.reset();
    inflater.setInput(compressed);
    byte[] buffer = new byte[Math.min(Packer.MAX_BYTES + 1, Math.max(256, compressed.length * 2))];
    int length = 0;
    try {
      while (!inflater.finished()) {
        if (length == buffer.length) {
          if (length > Packer.MAX_BYTES) {
            return Outcome.refused(
                Reason.TOO_LARGE, "it inflates to more than " + Packer.MAX_BYTES + " bytes");
          }
          buffer = Arrays.copyOf(buffer, Math.min(Packer.MAX_BYTES + 1, buffer.length * 2));
        }
        int n = inflater.inflate(buffer, length, buffer.length - length);
        if (n == 0
            && !inflater.finished()
            && (inflater.needsInput() || inflater.needsDictionary())) {
          return Outcome.refused(Reason.MALFORMED, "its zlib stream is cut or needs a dictionary");
        }
        length += n;
      }
    } catch (DataFormatException e) {
      return Outcome.refused(Reason.MALFORMED, "its zlib stream is damaged");
    }
    if (length > Packer.MAX_BYTES) {
      return Outcome.refused(
          Reason.TOO_LARGE, "it inflates to more than " + Packer.MAX_BYTES + " bytes");
    }
    if (inflater.getRemaining() > 0) {
      return Outcome.refused(Reason.MALFORMED, "bytes follow its zlib stream");
    }
    return Outcome.accepted(Arrays.copyOf(buffer, length));
  }
}
