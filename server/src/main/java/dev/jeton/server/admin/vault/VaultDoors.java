package dev.jeton.server.admin.vault;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Verb;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.vault.KeyRotation;
import dev.jeton.server.vault.Rewrapping;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultFault;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/** {@code /api/v1/vault}: what keys there are, rotating them, and sealing everything again. */
@Singleton
final class VaultDoors implements Doors {
  private static final String PATH = "/api/v1/vault";
  private static final String DONE = "done";
  private static final int MOST_AT_ONCE = 1000;
  private static final int CONFLICT = 409;

  private final KeyRotation rotation;
  private final Rewrapping rewrapping;
  private final Acts acts;

  VaultDoors(Vault vault, Acts acts) {
    this.acts = acts;
    this.rotation = new KeyRotation(vault);
    this.rewrapping = new Rewrapping(vault);
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get(PATH, Need.ADMINISTRATION, plainly(call -> status()))
        .audited("vault-status", null)
        .right("vault", Verb.READ)
        .offTheLoop());
    doors.open(door("/rotate", "vault-rotate", this::rotate).fresh());
    doors.open(door("/reload", "vault-reload", this::reload));
    doors.open(door("/rewrap", "vault-rewrap", this::rewrap));
    doors.open(door("/keys/{id}/drop", "vault-drop", this::drop).fresh());
  }

  private static Door door(String path, String event, Function<Call, Answer> handler) {
    return Door.post(PATH + path, Need.ADMINISTRATION, plainly(handler))
        .audited(event, null)
        .right("vault", Verb.ROTATE)
        .offTheLoop();
  }

  private Answer status() {
    return Answer.json(200, Json.object(StatusJson.of(rotation.status())));
  }

  private Answer rotate(Call call) {
    nothing(call);
    rotation.rotate();
    acts.takeUpAgain();
    return recorded(call);
  }

  private Answer reload(Call call) {
    nothing(call);
    rotation.reload();
    acts.takeUpAgain();
    return recorded(call);
  }

  private Answer recorded(Call call) {
    var now = rotation.status();
    return Answer.json(200, Json.object(StatusJson.of(now)))
        .audited(call.row(DONE, null, Map.of("masterKey", now.primary())));
  }

  private Answer rewrap(Call call) {
    int batch = (int) call.body().only("batch").whole("batch", 1, MOST_AT_ONCE);
    Rewrapping.Progress progress = rewrapping.rewrap(batch);
    return Answer.json(
            200, Json.object(json -> json.put(DONE, progress.done()).put("left", progress.left())))
        .audited(call.row(
            DONE,
            null,
            Map.of(
                "done", Long.toString(progress.done()), "left", Long.toString(progress.left()))));
  }

  private Answer drop(Call call) {
    nothing(call);
    String id = call.path("id");
    rotation.drop(id);
    return Answer.empty(204).audited(call.row(DONE, null, Map.of("masterKey", id)));
  }

  private static void nothing(Call call) {
    if (!call.body().names().isEmpty()) {
      throw Refused.badRequest("unknown-member", "nothing is known in this body; send {}");
    }
  }

  private static Function<Call, Answer> plainly(Function<Call, Answer> handler) {
    return call -> {
      IdempotencyKey.refuse(call);
      try {
        return handler.apply(call);
      } catch (VaultFault e) {
        throw new Refused(new Problem(statusOf(e.why()), e.code(), e.line()));
      } catch (StoreUnavailable e) {
        throw new Refused(
            new Problem(503, "store-unavailable", "the database does not answer; try again later"));
      }
    };
  }

  private static int statusOf(VaultFault.Why why) {
    return switch (why) {
      case STILL_NEEDED, OPERATOR_ROTATES, OPERATOR_DROPS, KEYS_MOVED, UNREADABLE -> CONFLICT;
      case UNKNOWN_KEY -> 404;
      case MASTER_KEY_UNAVAILABLE -> 503;
    };
  }
}
