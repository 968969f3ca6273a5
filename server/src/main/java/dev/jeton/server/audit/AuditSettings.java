package dev.jeton.server.audit;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the audit log behaves.
 *
 * @param folder where the segments lie; the key and the lock lie beside it as {@code
 *     <folder>.key} and {@code <folder>.lock}
 * @param deadline how long an answer may wait for its rows
 * @param segmentBytes a segment that has grown to this size is followed by a new one
 * @param queueRows how many rows may wait; more are refused at once
 * @param foldInterval how long equal notes are gathered into one row
 */
public record AuditSettings(
    Path folder, Duration deadline, long segmentBytes, int queueRows, Duration foldInterval) {

  public static AuditSettings in(Path data) {
    return new AuditSettings(
        data.resolve("audit"), Duration.ofSeconds(2), 128L << 20, 16_384, Duration.ofSeconds(10));
  }
}
