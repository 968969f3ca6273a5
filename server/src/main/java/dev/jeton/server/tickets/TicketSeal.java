package dev.jeton.server.tickets;

import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.SealedText;
import dev.jeton.server.vault.SealedText.Opened;
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

  Opened<Ticket> open(String sealed) {
    Opened<byte[]> opened = text.open(sealed);
    if (opened instanceof Opened.Read<byte[]> read) {
      return ticket(read.said());
    }
    return opened instanceof Opened.NotNow ? new Opened.NotNow<>() : new Opened.Unknown<>();
  }

  private static Opened<Ticket> ticket(byte[] bytes) {
    try {
      return new Opened.Read<>(TicketForm.read(bytes));
    } catch (CannotOpen e) {
      return new Opened.Unknown<>();
    }
  }
}
