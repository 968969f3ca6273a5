package dev.jeton.server.alerts.clock;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The 48 bytes that an SNTP client (RFC 4330) sends and gets. */
final class NtpPacket {
  static final int LENGTH = 48;

  /** No leap second, version 4, client. */
  private static final byte CLIENT = 0x23;

  private static final int SERVER = 4;
  private static final int UNSYNCHRONISED = 3;
  private static final int MOST_STRATUM = 15;
  private static final int ORIGINATE = 24;
  private static final int RECEIVE = 32;
  private static final int TRANSMIT = 40;

  /** From 1900 to 1970. */
  private static final long EPOCH_SECONDS = 2_208_988_800L;

  private NtpPacket() {}

  static byte[] question(long nonce) {
    return ByteBuffer.allocate(LENGTH).put(0, CLIENT).putLong(TRANSMIT, nonce).array();
  }

  /** The middle of the server's own times; empty when this is no answer of a server that knows it. */
  static Optional<Instant> time(byte[] answer, int length, long nonce) {
    if (length < LENGTH) {
      return Optional.empty();
    }
    ByteBuffer packet = ByteBuffer.wrap(answer);
    int first = packet.get(0) & 0xff;
    int stratum = packet.get(1) & 0xff;
    boolean answers = (first & 0x07) == SERVER && packet.getLong(ORIGINATE) == nonce;
    boolean knows = first >> 6 != UNSYNCHRONISED && stratum >= 1 && stratum <= MOST_STRATUM;
    if (!answers || !knows || packet.getLong(TRANSMIT) == 0) {
      return Optional.empty();
    }
    Instant received = instant(packet.getLong(RECEIVE));
    Instant sent = instant(packet.getLong(TRANSMIT));
    return Optional.of(received.plus(Duration.between(received, sent).dividedBy(2)));
  }

  /** Seconds without their highest bit are those of the next era, which begins in 2036. */
  private static Instant instant(long stamp) {
    long seconds = stamp >>> 32;
    long era = seconds >>> 31 == 0 ? 1L << 32 : 0;
    long nanos = ((stamp & 0xffff_ffffL) * 1_000_000_000L) >>> 32;
    return Instant.ofEpochSecond(seconds + era - EPOCH_SECONDS, nanos);
  }
}
