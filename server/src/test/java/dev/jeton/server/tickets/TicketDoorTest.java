package dev.jeton.server.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.access.Caller;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Consumed;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketDoorTest {
  private static final String PATH = "/api/v1/tickets";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
  private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([A-Za-z0-9_-]+)\"");

  private final RecordingAudit audit = new RecordingAudit();
  private final Database database;
  private final Tickets tickets;
  private final TestServer server;

  TicketDoorTest(@TempDir Path folder) throws Exception {
    database = Stores.database(Dialect.SQLITE, folder);
    VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
    Vault vault = Vault.look(key, database, new Random(3)).open(CLOCK);
    tickets =
        new Tickets(new TicketSeal(vault, () -> 0), new Consumed(database), CLOCK, new Random(5));
    server = new TestServer(audit, new TicketDoor(tickets));
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @Test
  void whoProvesToBeSomebodyGetsATicket() throws IOException {
    WireAnswer answer = server.client.post(PATH, "{}", TestServer.PROOF);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"expiresAt\":\"2026-11-21T12:00:30Z\"");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(tickets.use(ticket(answer), "/any"))
        .isEqualTo(new Tickets.Use.Entered(new Caller.Operator()));
  }

  @Test
  void itIsOnTheDiskWhoGotWhichTicketForWhichDoor() throws IOException {
    WireAnswer answer = server.client.post(PATH, "{\"door\":\"/ws/token\"}", TestServer.PROOF);
    assertThat(audit.rows).singleElement().satisfies(row -> {
      assertThat(row.event()).isEqualTo("ticket");
      assertThat(row.caller()).isEqualTo("operator");
      assertThat(row.details()).isEqualTo(Map.of("door", "/ws/token"));
      assertThat(row.tokens()).containsExactly(ticket(answer));
    });
    assertThat(tickets.use(ticket(answer), "/other"))
        .isEqualTo(new Tickets.Use.Refused("TICKET_OTHER_DOOR"));
  }

  @Test
  void withoutAProofThereIsNoTicketNotEvenOnThisMachine() throws IOException {
    WireAnswer answer = server.client.post(PATH, "{}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("proof-needed");
  }

  @Test
  void whatIsNoPathIsNoDoor() throws IOException {
    for (String door : new String[] {"", "token", "/with space", "/" + "a".repeat(200)}) {
      WireAnswer answer = server.client.post(PATH, "{\"door\":\"" + door + "\"}", TestServer.PROOF);
      assertThat(answer.status()).as(door).isEqualTo(400);
      assertThat(answer.body()).contains("wrong-door");
    }
  }

  private static String ticket(WireAnswer answer) {
    Matcher matcher = TICKET.matcher(answer.body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
