package dev.jeton.server.tickets;

import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Vault;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Turns tickets into text that says nothing, under the data keys that all nodes have, and back. */
final class TicketSeal {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final Vault vault;
  private final LongSupplier nanos;
  private final AtomicLong looked;

  TicketSeal(Vault vault, LongSupplier nanos) {
    this.vault = vault;
    this.nanos = nanos;
    this.looked = new AtomicLong(nanos.getAsLong() - PAUSE);
  }

  String seal(Ticket ticket) {
    return ENCODER.encodeToString(vault.sealBytes(TicketForm.write(ticket), SealIdentity.TICKET));
  }

  /** What came of opening a text. */
  sealed interface Opened {
    record Read(Ticket ticket) implements Opened {}

    /** It was not sealed here or by another node of this server. */
    record Unknown() implements Opened {}

    /** It is under a data key that may be another node's new one; who asks again soon is told. */
    record NotNow() implements Opened {}
  }

  Opened open(String text) {
    try {
      byte[] blob = Base64.getUrlDecoder().decode(text);
      if (!ENCODER.encodeToString(blob).equals(text)) {
        return new Opened.Unknown();
      }
      return vault.has(vault.dataKeyOf(blob)) || mayLook()
          ? new Opened.Read(TicketForm.read(vault.openBytes(blob, SealIdentity.TICKET)))
          : new Opened.NotNow();
    } catch (IllegalArgumentException | CannotOpen e) {
      return new Opened.Unknown();
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
