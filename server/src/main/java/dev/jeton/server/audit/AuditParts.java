package dev.jeton.server.audit;

import dev.jeton.server.audit.chain.DiskFolder;
import dev.jeton.server.audit.chain.SegmentFolder;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * What the log takes from outside, so that a test can hold the time and let the disk fail.
 *
 * @param clock the time that rows carry
 * @param nanos a clock that never jumps, for deadlines
 * @param threads makes the writer thread, and one that forces names beside it
 * @param random makes the key of the token hashes on the first start
 */
public record AuditParts(
    InstantSource clock,
    LongSupplier nanos,
    Alarm alarm,
    ThreadFactory threads,
    SegmentFolder folder,
    DiskUse disk,
    SecureRandom random) {

  /** The real disk and the running time. */
  public static AuditParts real(
      AuditSettings settings,
      InstantSource clock,
      Alarm alarm,
      ThreadFactory threads,
      SecureRandom random) {
    return new AuditParts(
        clock,
        System::nanoTime,
        alarm,
        threads,
        new DiskFolder(settings.folder()),
        DiskUse.of(settings.folder()),
        random);
  }
}
