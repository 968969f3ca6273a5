package dev.jeton.server.api;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Proof;
import dev.jeton.server.access.Role;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.Refused;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.KeptRequests;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One of several servers on a database, with a door that mints tokens of no platform. */
final class MintNode implements AutoCloseable {
  static final String APP = "Authorization: Bearer app";
  static final String PERSON = "Authorization: Bearer ann";

  final RecordingAudit audit = new RecordingAudit();
  final AtomicInteger mints = new AtomicInteger();
  final Database database;
  final TestServer server;

  /** What signs; a rotation changes it. */
  volatile String signer = "first";

  /** Runs in the midst of minting. */
  volatile Runnable meanwhile = () -> {};

  /** Whether the store is known to be gone. */
  volatile boolean gone;

  MintNode(StoreSettings settings, InstantSource clock) throws Exception {
    this(settings, clock, new KeptMints.Most(100, 100, 100, 200));
  }

  MintNode(StoreSettings settings, InstantSource clock, KeptMints.Most most) throws Exception {
    database = Database.open(settings);
    database.migrate();
    Vault vault = Vault.look(
            new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43))),
            database,
            new Random(3))
        .open(clock);
    Repeats repeats = new Repeats(
        new KeptMints(new KeptRequests(database), vault, most),
        audit,
        () -> !gone,
        clock,
        new Random());
    server = new TestServer(
        TestServer.USUAL,
        audit,
        doors -> doors.open(Door.post(
                "/mint", Need.MINT, call -> repeats.answer(call, now -> mint(call, now)))
            .offTheLoopWhen(Repeats::waits)),
        List.of(
            proof("app", new Caller.Registered("ann", "ann", Map.of(), List.of(), false)),
            proof("ann", new Caller.Person("1", "ann", Set.of(Role.OPERATOR), Instant.MAX))),
        clock);
  }

  private static Proof proof(String word, Caller caller) {
    return presented ->
        presented.bearer().filter(word::equals).map(same -> new Identified.As(caller));
  }

  private Answer mint(Call call, MintMoment moment) {
    String channel = call.body().text("channel");
    if (channel.equals("closed")) {
      throw new Refused(new Problem(403, "not-allowed", "not this channel"));
    }
    if (!moment.again()) {
      mints.incrementAndGet();
      meanwhile.run();
      moment.notes().write("who", call.caller().id());
    }
    String token = "TOKEN-" + signer + "-" + Long.toHexString(moment.random().nextLong()) + "-"
        + moment.notes().read("who").orElse("-");
    return Answer.json(
            200, Json.object(json -> json.put("token", token).put("issuedAt", moment.now())))
        .audited(call.row("mint", "test", "minted", null, Map.of(), token));
  }

  WireAnswer mint(String channel, String... headers) {
    try {
      return server.client.post("/mint", "{\"channel\":\"" + channel + "\"}", headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
