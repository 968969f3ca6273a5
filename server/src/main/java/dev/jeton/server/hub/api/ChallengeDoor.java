package dev.jeton.server.hub.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.PendingChallenge;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import jakarta.inject.Singleton;
import java.util.Base64;

/** {@code POST /api/v1/tokens/hub/challenges}: something to sign for whoever claims a key. */
@Singleton
final class ChallengeDoor implements Doors {
  private static final int MOST_BODY_BYTES = 8 * 1024;

  private final HubTokens tokens;

  ChallengeDoor(HubTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post("/api/v1/tokens/hub/challenges", Need.MINT, this::challenge)
        .audited("hub-challenge", HubTokens.PLATFORM)
        .bodyUpTo(MOST_BODY_BYTES));
  }

  private Answer challenge(Call call) {
    IdempotencyKey.refuse(call);
    Fields body = call.body().only("publicKey", "issuer");
    Libp2pPublicKey identity = publicKey(body.text("publicKey"));
    PendingChallenge challenge =
        tokens.challenge(call, tokens.issuer(call, body.textOrNull("issuer")), identity);
    String bytes = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(challenge.challenge().bytes());
    return Answer.json(
        200,
        Json.object(json -> json.put("challengeId", challenge.id())
            .put("challenge", bytes)
            .put("expiresAt", challenge.expiresAt())));
  }

  /** A key that proves nothing gets no challenge. */
  private static Libp2pPublicKey publicKey(String text) {
    Outcome<Libp2pPublicKey> outcome = Libp2pPublicKey.parse(text);
    if (outcome instanceof Outcome.Accepted<Libp2pPublicKey> accepted) {
      return accepted.value();
    }
    Outcome.Refused<Libp2pPublicKey> refused = (Outcome.Refused<Libp2pPublicKey>) outcome;
    throw Refused.badRequest(
        code(refused.reason()),
        "publicKey must be a libp2p public key such as bbaarei...: " + refused.detail());
  }

  private static String code(Reason reason) {
    return switch (reason) {
      case WEAK_KEY -> "weak-key";
      case KEY_TYPE_UNSUPPORTED -> "key-type-unsupported";
      default -> "wrong-public-key";
    };
  }
}
