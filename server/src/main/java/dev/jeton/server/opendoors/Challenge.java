package dev.jeton.server.opendoors;

import dev.jeton.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A task for a browser, in the words of the ALTCHA protocol: find the number from 0 to {@code most}
 * whose SHA-256 behind the salt is the challenge.
 *
 * @param signature what {@link Sealed} says, in a form that nobody else can make or read
 */
record Challenge(String challenge, String salt, int most, String signature, Instant expiresAt) {
  static final String ALGORITHM = "SHA-256";

  void write(Json out) {
    out.put("algorithm", ALGORITHM)
        .put("challenge", challenge)
        .put("maxnumber", most)
        .put("salt", salt)
        .put("signature", signature)
        .put("expiresAt", expiresAt);
  }

  /**
   * What a challenge is bound to.
   *
   * @param door the id of the open door
   * @param network from where it was asked for
   */
  record Sealed(String challenge, long expiresAt, String door, String network) {
    private static final int PARTS = 4;

    byte[] bytes() {
      return String.join("\n", challenge, Long.toString(expiresAt), door, network)
          .getBytes(StandardCharsets.UTF_8);
    }

    static Optional<Sealed> read(byte[] bytes) {
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
      return parts.length == PARTS
          ? Optional.of(new Sealed(parts[0], Long.parseLong(parts[1]), parts[2], parts[3]))
          : Optional.empty();
    }
  }
}
