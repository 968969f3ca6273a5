package dev.jeton.server.tickets;

import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.SealedText;
import dev.jeton.server.vault.Vault;
import java.util.function.LongSupplier;

/** Turns tickets into text that says nothing, and back on any node. */
final class TicketSeal {
  private final SealedText text;

  TicketSeal(Vault vault, LongSupplier nanos) {
    this.text = new SealedText(vault, SealIdentity.TICKET, nanos);
  }

  String seal(Ticket ticket) {
    return text.seal(TicketForm.write(ticket));
  }

  /** What came of opening a text. */
  sealed interface Opened {
    record Read(Ticket ticket) implements Opened {}

    /** It was not sealed here or by another node of this server. */
    record Unknown() implements Opened {}

    /** It is under a data key that may be another node's new one; who asks again soon is told. */
    record NotNow() implements Opened {}
  }

  Opened open(String sealed) {
    SealedText.Opened opened = text.open(sealed);
    if (opened instanceof SealedText.Opened.Read read) {
      return ticket(read.bytes());
    }
    return opened instanceof SealedText.Opened.NotNow ? new Opened.NotNow() : new Opened.Unknown();
  }

  private static Opened ticket(byte[] bytes) {
    try {
      return new Opened.Read(TicketForm.read(bytes));
    } catch (CannotOpen e) {
      return new Opened.Unknown();
    }
  }
}
