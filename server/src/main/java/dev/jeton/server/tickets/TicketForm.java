package dev.jeton.server.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Role;
import dev.jeton.server.vault.CannotOpen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket as JSON, before it is sealed.
 *
 * @param caller which of the callers it is
 * @param name the caller's name; empty for the operator
 * @param account the id of the caller or of the person; empty for the operator
 * @param door empty for any
 * @param fresh until when a person's last proof counts, in milliseconds
 */
record TicketForm(
    String id,
    long expiresAt,
    String door,
    String caller,
    String name,
    String account,
    boolean explained,
    List<String> policies,
    List<String> roles,
    Map<String, Object> claims,
    long fresh) {
  private static final String REGISTERED = "registered";
  private static final String PERSON = "person";
  private static final String OPERATOR = "operator";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  static byte[] write(Ticket ticket) {
    try {
      return JSON.writeValueAsBytes(of(ticket));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of bytes that this server or another of its nodes sealed. */
  static Ticket read(byte[] bytes) {
    try {
      return JSON.readValue(bytes, TicketForm.class).ticket();
    } catch (IOException e) {
      throw new CannotOpen("a newer server wrote this ticket");
    }
  }

  private static TicketForm of(Ticket ticket) {
    long end = ticket.expiresAt().toEpochMilli();
    String door = ticket.door().orElse("");
    if (ticket.caller() instanceof Caller.Registered one) {
      return new TicketForm(
          ticket.id(),
          end,
          door,
          REGISTERED,
          one.name(),
          one.account(),
          one.explained(),
          one.policies(),
          List.of(),
          one.claims(),
          0);
    }
    if (ticket.caller() instanceof Caller.Person one) {
      List<String> roles = one.roles().stream().map(Role::name).toList();
      long fresh = one.fresh().toEpochMilli();
      return new TicketForm(
          ticket.id(),
          end,
          door,
          PERSON,
          one.name(),
          one.account(),
          false,
          List.of(),
          roles,
          Map.of(),
          fresh);
    }
    if (ticket.caller() instanceof Caller.Operator) {
      return new TicketForm(
          ticket.id(), end, door, OPERATOR, "", "", false, List.of(), List.of(), Map.of(), 0);
    }
    throw new IllegalArgumentException("no ticket stands for " + ticket.caller());
  }

  private Ticket ticket() {
    return new Ticket(
        id,
        asking(),
        door.isEmpty() ? Optional.empty() : Optional.of(door),
        Instant.ofEpochMilli(expiresAt));
  }

  private Caller asking() {
    return switch (caller) {
      case REGISTERED -> new Caller.Registered(account, name, claims, policies, explained);
      case PERSON -> new Caller.Person(account, name, known(), Instant.ofEpochMilli(fresh));
      case OPERATOR -> new Caller.Operator();
      default -> throw new CannotOpen("a newer server wrote this ticket");
    };
  }

  private Set<Role> known() {
    Set<Role> known = EnumSet.noneOf(Role.class);
    roles.forEach(role -> known.add(Role.valueOf(role)));
    return known;
  }
}
