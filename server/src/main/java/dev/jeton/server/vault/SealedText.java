package dev.jeton.server.vault;

import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Turns bytes into text that says nothing, under the data keys that all nodes have, and back. */
public final class SealedText {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Vault vault;
  private final String identity;
  private final LongSupplier nanos;
  private final AtomicLong looked;

  /**
   * @param identity what the text is for; sealed for something else it does not open
   * @param nanos a clock for measuring
   */
  public SealedText(Vault vault, String identity, LongSupplier nanos) {
    this.vault = vault;
    this.identity = identity;
    this.nanos = nanos;
    this.looked = new AtomicLong(nanos.getAsLong() - PAUSE);
  }

  public String seal(byte[] bytes) {
    return ENCODER.encodeToString(vault.sealBytes(bytes, identity));
  }

  /** What came of opening a text that says a T. */
  public sealed interface Opened<T> {
    record Read<T>(T said) implements Opened<T> {}

    /** It was not sealed here or by another node of this server. */
    record Unknown<T>() implements Opened<T> {}

    /** It is under a data key that may be another node's new one; who asks again soon is told. */
    record NotNow<T>() implements Opened<T> {}
  }

  /** What was sealed. May ask the database, so it does not belong on an event loop. */
  public Opened<byte[]> open(String text) {
    try {
      byte[] blob = Base64.getUrlDecoder().decode(text);
      if (!ENCODER.encodeToString(blob).equals(text)) {
        return new Opened.Unknown<>();
      }
      return vault.has(vault.dataKeyOf(blob)) || mayLook()
          ? new Opened.Read<>(vault.openBytes(blob, identity))
          : new Opened.NotNow<>();
    } catch (IllegalArgumentException | CannotOpen e) {
      return new Opened.Unknown<>();
    }
  }

  /**
   * For a key that is not here the vault asks the database. Just after a rotation by another node that
   * is right, but nobody shall make it ask all the time.
   */
  private boolean mayLook() {
    long now = nanos.getAsLong();
    long last = looked.get();
    return now - last >= PAUSE && looked.compareAndSet(last, now);
  }
}
