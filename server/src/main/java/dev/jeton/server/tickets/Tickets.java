package dev.jeton.server.tickets;

import dev.jeton.server.access.Caller;
import dev.jeton.server.store.Consumed;
import dev.jeton.server.vault.SealedText.Opened;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes tickets, and takes each once, on whichever node. */
public final class Tickets {
  static final Duration LIFETIME = Duration.ofSeconds(30);

  /** Longer ones fit into no header. */
  static final int LONGEST = 6_000;

  private static final String KIND = "ticket";
  private static final int ID_BYTES = 16;

  private final TicketSeal seal;
  private final Consumed consumed;
  private final InstantSource clock;
  private final RandomGenerator random;

  Tickets(TicketSeal seal, Consumed consumed, InstantSource clock, RandomGenerator random) {
    this.seal = seal;
    this.consumed = consumed;
    this.clock = clock;
    this.random = random;
  }

  /** A ticket that was made. */
  record Made(String ticket, Instant expiresAt) {
    @Override
    public String toString() {
      return "Made[expiresAt=" + expiresAt + "]";
    }
  }

  /** What became of using a ticket. */
  public sealed interface Use {
    /** It was good, and is used up. */
    record Entered(Caller caller) implements Use {}

    /**
     * It opens nothing.
     *
     * @param code why, for the audit and not for whoever brought it
     */
    record Refused(String code) implements Use {}

    /** Nobody can tell at this moment; a second later somebody can. Whoever brought it is told 503. */
    record NotNow() implements Use {}
  }

  /** A ticket for a proven caller; empty when what its proof says is too much for one. */
  Optional<Made> make(Caller caller, Optional<String> door) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Instant end = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    String text = seal.seal(
        new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(id), caller, door, end));
    return text.length() > LONGEST ? Optional.empty() : Optional.of(new Made(text, end));
  }

  /**
   * Uses a ticket up at a door, whose path says which one it is. Blocks; {@link
   * dev.jeton.server.store.StoreUnavailable} when nobody can tell whether it was used before.
   */
  public Use use(String text, String door) {
    Opened<Ticket> opened = text.length() > LONGEST ? new Opened.Unknown<>() : seal.open(text);
    if (opened instanceof Opened.Read<Ticket> read) {
      return use(read.said(), door);
    }
    return opened instanceof Opened.NotNow ? new Use.NotNow() : new Use.Refused("TICKET_UNKNOWN");
  }

  private Use use(Ticket ticket, String door) {
    if (!clock.instant().isBefore(ticket.expiresAt())) {
      return new Use.Refused("TICKET_EXPIRED");
    }
    if (ticket.door().filter(only -> !only.equals(door)).isPresent()) {
      return new Use.Refused("TICKET_OTHER_DOOR");
    }
    return consumed.consume(KIND, List.of(ticket.id()), ticket.expiresAt()).isEmpty()
        ? new Use.Entered(ticket.caller())
        : new Use.Refused("TICKET_USED");
  }
}
