package dev.jeton.server.revocations;

import dev.jeton.server.admin.Acts;
import dev.jeton.server.admin.PlainActs;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.tokens.Outcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** One server with the doors of this room, on a database that it may share. */
final class Node implements AutoCloseable {
  final RecordingAudit audit = new RecordingAudit();
  final Store store;
  final Snapshot snapshot;
  final RevokedTokens revoked;
  final RevocationUpkeep upkeep;
  private final TestServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  /** What it answered. */
  record Answer(int status, JsonObject body) {
    String text(String member) {
      return body.getString(member, "");
    }

    List<String> ids() {
      return body.getJsonArray("items", new JsonArray()).stream()
          .map(item -> ((JsonObject) item).getString("id"))
          .toList();
    }
  }

  Node(Database database, Revocable platform, InstantSource clock, int seed) {
    this(database, platform, clock, seed, RevocationDoors.MOST);
  }

  /** With room for so many revocations. */
  Node(Database database, Revocable platform, InstantSource clock, int seed, int most) {
    store = new Store(database);
    snapshot = Snapshot.load(store, clock);
    revoked = RevokedTokens.follow(snapshot);
    Acts acts = PlainActs.of(database, store, audit, clock);
    upkeep = new RevocationUpkeep(revoked, acts, clock);
    server = new TestServer(
        TestServer.USUAL,
        audit,
        new RevocationDoors(List.of(platform), revoked, acts, clock, new Random(seed), most),
        List.of(),
        clock);
  }

  /** ` is a quote. */
  Answer revoke(String members) {
    return send(
        "POST", RevocationDoors.PATH, ("{`platform`:`lamps`," + members + "}").replace('`', '"'));
  }

  Answer get(String rest) {
    return send("GET", RevocationDoors.PATH + rest, "");
  }

  Answer delete(String rest) {
    return send("DELETE", RevocationDoors.PATH + rest, "");
  }

  boolean refuses(String token, String user, String issuedAt) {
    return revoked.pass("lamps", token, text -> Lamps.facts(text, user, issuedAt))
        instanceof Outcome.Refused<String>;
  }

  private Answer send(String method, String path, String body) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.client.url(path)))
        .header("Authorization", TestServer.PROOF.substring("Authorization: ".length()))
        .header("Content-Type", "application/json")
        .method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
