package dev.jeton.server.tickets;

import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.SealedText;
import dev.jeton.server.vault.Vault;
import java.util.Optional;
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

  /** What it says; empty when it was not sealed here or by another node of this server. */
  Optional<Ticket> open(String sealed) {
    try {
      return text.open(sealed).map(TicketForm::read);
    } catch (CannotOpen e) {
      return Optional.empty();
    }
  }
}
