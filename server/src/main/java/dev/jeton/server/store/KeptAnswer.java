package dev.jeton.server.store;

import java.time.Instant;

/**
 * The sealed answer to a request that may come again.
 *
 * @param caller who asked
 * @param requestKey under which key
 * @param fingerprint a hash of what was asked
 * @param dataKey the id of the key under which the answer is sealed
 * @param endsAt until when it is kept
 */
@SuppressWarnings("ArrayRecordComponent")
public record KeptAnswer(
    String caller,
    String requestKey,
    String fingerprint,
    byte[] answer,
    String dataKey,
    Instant endsAt) {
  @Override
  public String toString() {
    return "KeptAnswer[" + caller + "]";
  }
}
