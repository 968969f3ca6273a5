package dev.jeton.server.opendoors;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.Optional;

/** What a browser found, as its header says it: Base64 of a JSON object, as ALTCHA's widget writes it. */
record Solution(String salt, int number, String signature) {
  private static final int LONGEST = 2_000;

  static Optional<Solution> read(String header) {
    if (header.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Fields fields = Fields.of(Buffer.buffer(Base64.getDecoder().decode(header)));
      return Optional.of(new Solution(
          fields.text("salt"),
          (int) fields.whole("number", 0, Integer.MAX_VALUE),
          fields.text("signature")));
    } catch (IllegalArgumentException | Refused e) {
      return Optional.empty();
    }
  }
}
