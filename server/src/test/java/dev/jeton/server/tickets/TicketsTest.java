package dev.jeton.server.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Role;
import dev.jeton.server.store.Consumed;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.tickets.Tickets.Use;
import dev.jeton.server.vault.KeyRotation;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultUnusable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketsTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private static final String DOOR = "/ws/token";
  private static final Caller APP = new Caller.Registered(
      "c1",
      "app",
      Map.of("sub", "alice", "age", 42L, "groups", List.of("a", "b"), "deep", Map.of("x", true)),
      List.of("p1", "p2"),
      true);

  @TempDir
  Path folder;

  private Instant now = START;
  private long nanos;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aTicketStandsForItsCallerOnceOnWhicheverNode(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      Tickets one = node(vault(database), database);
      Tickets other = node(vault(database), database);
      String ticket = make(one, APP);
      assertThat(other.use(ticket, DOOR)).isEqualTo(new Use.Entered(APP));
      assertThat(other.use(ticket, DOOR)).isEqualTo(new Use.Refused("TICKET_USED"));
      assertThat(one.use(ticket, DOOR)).isEqualTo(new Use.Refused("TICKET_USED"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void ofAHundredUsesAtATimeOneGetsIn(Dialect dialect) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Database database = Stores.database(dialect, folder)) {
      List<Tickets> nodes =
          List.of(node(vault(database), database), node(vault(database), database));
      String ticket = make(nodes.get(0), APP);
      List<Future<Use>> uses = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Tickets node = nodes.get(i % 2);
        uses.add(threads.submit(() -> node.use(ticket, DOOR)));
      }
      int entered = 0;
      for (Future<Use> use : uses) {
        entered += use.get() instanceof Use.Entered ? 1 : 0;
      }
      assertThat(entered).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void itOpensForThirtySeconds() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Tickets tickets = node(vault(database), database);
      Instant end = START.plusSeconds(30);
      for (Duration from : List.of(Duration.ofMillis(-1), Duration.ZERO, Duration.ofMillis(1))) {
        now = START;
        String ticket = make(tickets, APP);
        now = end.plus(from);
        assertThat(tickets.use(ticket, DOOR))
            .isEqualTo(
                from.isNegative() ? new Use.Entered(APP) : new Use.Refused("TICKET_EXPIRED"));
      }
    }
  }

  @Test
  void aTicketForOneDoorOpensNoOtherAndIsNotUsedUpThere() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Tickets tickets = node(vault(database), database);
      String ticket = tickets.make(APP, Optional.of(DOOR)).orElseThrow().ticket();
      assertThat(tickets.use(ticket, "/ws/other")).isEqualTo(new Use.Refused("TICKET_OTHER_DOOR"));
      assertThat(tickets.use(ticket, DOOR)).isEqualTo(new Use.Entered(APP));
    }
  }

  @Test
  void peopleAndTheOperatorKeepWhatTheyMay() {
    Caller person =
        new Caller.Person("a1", "Ann", Set.of(Role.AUDITOR, Role.APPROVER), START.plusSeconds(60));
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Tickets tickets = node(vault(database), database);
      for (Caller caller : List.of(person, new Caller.Operator())) {
        assertThat(tickets.use(make(tickets, caller), DOOR)).isEqualTo(new Use.Entered(caller));
      }
    }
  }

  @Test
  void whoeverProvedNothingHasNoTicket() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Tickets tickets = node(vault(database), database);
      assertThatThrownBy(() -> make(tickets, new Caller.Anonymous()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatWasNotMadeHereOpensNothing() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Tickets tickets = node(vault(database), database);
      String ticket = make(tickets, APP);
      char[] changed = ticket.toCharArray();
      changed[30] = changed[30] == 'A' ? 'B' : 'A';
      String cut = ticket.substring(0, ticket.length() - 4);
      for (String wrong : List.of(
          "", "x", "no base64!", "é", new String(changed), cut, ticket + "=", "A".repeat(9_000))) {
        assertThat(tickets.use(wrong, DOOR)).isEqualTo(new Use.Refused("TICKET_UNKNOWN"));
      }
      assertThat(tickets.use(ticket, DOOR)).isEqualTo(new Use.Entered(APP));
    }
  }

  @Test
  void whatItSaysCannotBeReadInIt() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Tickets tickets = node(vault(database), database);
      Tickets.Made made = tickets.make(APP, Optional.empty()).orElseThrow();
      byte[] bytes = Base64.getUrlDecoder().decode(made.ticket());
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("alice", "sub");
      assertThat(made.toString()).doesNotContain(made.ticket());
      assertThat(make(tickets, APP)).isNotEqualTo(make(tickets, APP));
    }
  }

  @Test
  void aProofThatSaysTooMuchFitsIntoNoTicket() {
    Caller wordy =
        new Caller.Registered("c1", "app", Map.of("sub", "a".repeat(5_000)), List.of(), false);
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      assertThat(node(vault(database), database).make(wordy, Optional.empty())).isEmpty();
    }
  }

  @Test
  void anotherNodesNewDataKeyIsLookedForOnceASecond() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Vault rotating = vault(database);
      Vault behind = vault(database);
      Tickets one = node(rotating, database);
      Tickets other = node(behind, database);
      other.use("AQAAAAAAAAAAAAAA", DOOR);
      new KeyRotation(rotating).rotate();
      String ticket = make(one, APP);
      assertThat(other.use(ticket, DOOR)).isEqualTo(new Use.NotNow());
      nanos += 1_000_000_000;
      assertThat(other.use(ticket, DOOR)).isEqualTo(new Use.Entered(APP));
    }
  }

  @Test
  void whoBringsNonsenseHoldsUpNoTicketUnderAKeyThatIsKnown() {
    try (Database database = Stores.database(Dialect.SQLITE, folder)) {
      Vault vault = vault(database);
      Tickets tickets = node(vault, database);
      String before = make(tickets, APP);
      new KeyRotation(vault).rotate();
      tickets.use("AQAAAAAAAAAAAAAA", DOOR);
      assertThat(tickets.use(before, DOOR)).isEqualTo(new Use.Entered(APP));
      assertThat(tickets.use(make(tickets, APP), DOOR)).isEqualTo(new Use.Entered(APP));
    }
  }

  private static String make(Tickets tickets, Caller caller) {
    return tickets.make(caller, Optional.empty()).orElseThrow().ticket();
  }

  private Tickets node(Vault vault, Database database) {
    return new Tickets(
        new TicketSeal(vault, () -> nanos), new Consumed(database), () -> now, new Random(5));
  }

  private Vault vault(Database database) {
    VaultSettings settings = new VaultSettings.InFile(folder.resolve("master.key"), true);
    try {
      return Vault.look(settings, database, new Random(3)).open(() -> now);
    } catch (VaultUnusable e) {
      throw new IllegalStateException(e);
    }
  }
}
