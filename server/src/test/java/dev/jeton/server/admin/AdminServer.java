package dev.jeton.server.admin;

import dev.jeton.server.access.Proof;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultUnusable;
import dev.jeton.tokens.Secret;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The doors of administration on a real database, with lamps and with kinds of other rooms. */
public final class AdminServer implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

  static final int MOST_REVEALS = 3;

  final LampKind lamps;
  public final RecordingAudit audit = new RecordingAudit();
  public final Store store;
  public final Snapshot snapshot;
  final Database database;
  final Vault vault;
  final Administration administration;
  public final Reveals reveals = new Reveals(new RevealSettings(true, MOST_REVEALS));
  public Instant now = START;

  private final TestServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  AdminServer(Dialect dialect, Path folder) {
    this(new LampKind(), Stores.database(dialect, folder));
  }

  /** On a database that is there already, as after a restart. */
  AdminServer(LampKind lamps, Database database) {
    this(
        lamps,
        database,
        new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43))),
        new Random(7));
  }

  /** Beside another one, with a source of ids and master keys of its own. */
  AdminServer(LampKind lamps, Database database, VaultSettings key, Random random) {
    this(lamps, database, key, random, List.of(), List.of());
  }

  /** With kinds of another room, and whoever can prove himself there. */
  public AdminServer(Database database, List<? extends Kind<?>> others, List<Proof> proofs) {
    this(
        new LampKind(),
        database,
        new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43))),
        new Random(7),
        others,
        proofs);
  }

  private AdminServer(
      LampKind lamps,
      Database database,
      VaultSettings key,
      Random random,
      List<? extends Kind<?>> others,
      List<Proof> proofs) {
    this.lamps = lamps;
    this.database = database;
    store = new Store(database);
    snapshot = Snapshot.load(store, () -> now);
    vault = vault(key);
    List<Kind<?>> kinds = new ArrayList<>(others);
    kinds.add(lamps);
    administration = new Administration(
        kinds,
        List.of(new LampImporter()),
        store,
        snapshot,
        vault,
        audit,
        () -> now,
        random,
        reveals);
    server = new TestServer(TestServer.USUAL, audit, administration, proofs, () -> now);
  }

  private Vault vault(VaultSettings key) {
    try {
      return Vault.look(key, database, new Random(3)).open(() -> now);
    } catch (VaultUnusable e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    return sendAs(
        TestServer.PROOF.substring("Authorization: ".length()), method, path, body, headers);
  }

  /** With another proof than the operator's. */
  public HttpResponse<String> sendAs(
      String proof, String method, String path, String body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.client.url(path)))
        .header("Authorization", proof)
        .header("Content-Type", "application/json")
        .method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> create(String body, String... headers) {
    return send("POST", LampKind.PATH, body, headers);
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  public static Fields json(HttpResponse<String> response) {
    return Fields.of(Buffer.buffer(response.body()));
  }

  public static String code(HttpResponse<String> response) {
    return response.statusCode() + " " + json(response).text("code");
  }

  /** Stops the server; the database stays. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
