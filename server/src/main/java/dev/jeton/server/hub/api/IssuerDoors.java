package dev.jeton.server.hub.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.hub.HubIssuer;
import dev.jeton.server.hub.HubIssuers;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.TokenForm;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.crypto.Ed25519PublicKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import dev.jeton.tokens.jwt.Jwk;
import dev.jeton.tokens.jwt.JwkSet;
import dev.jeton.tokens.jwt.VerificationKey;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Who signs: as keys for whoever verifies, and as a list for the operator. Public parts alone. */
@Singleton
final class IssuerDoors implements Doors {
  private final HubIssuers issuers;
  private final HubTokens tokens;

  IssuerDoors(HubIssuers issuers, HubTokens tokens) {
    this.issuers = issuers;
    this.tokens = tokens;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get("/hub/jwks.json", Need.OPEN, this::keys));
    doors.open(Door.get("/api/v1/hub/issuer", Need.ADMINISTRATION, this::list)
        .audited("hub-issuer", HubTokens.PLATFORM));
  }

  /** The set of one issuer: with the keys of two in it, a token of either would pass for both. */
  private Answer keys(Call call) {
    JwkSet set = JwkSet.of(List.of(jwk(tokens.issuer(call.query("issuer")).publicKey())));
    return Answer.json(200, Buffer.buffer(set.toJson().toBytes()))
        .with("Cache-Control", "public, max-age=300");
  }

  /** Its id is the key as tokens name it in {@code iss}. */
  private static Jwk jwk(Libp2pPublicKey issuer) {
    Outcome<Jwk> jwk = Ed25519PublicKey.of(issuer.data())
        .then(key -> Outcome.accepted(Jwk.of(VerificationKey.ed25519(key), issuer.text())));
    if (jwk instanceof Outcome.Accepted<Jwk> accepted) {
      return accepted.value();
    }
    throw new IllegalStateException("an issuer's key is Ed25519");
  }

  private Answer list(Call call) {
    List<Consumer<Json>> all = issuers.all().stream()
        .<Consumer<Json>>map(issuer -> json -> describe(json, issuer))
        .toList();
    return Answer.json(200, Json.object(json -> json.putEach("issuers", all)));
  }

  private void describe(Json json, HubIssuer issuer) {
    boolean exact = issuer.tokens().form() == TokenForm.HUB_EXACT;
    json.put("name", issuer.name())
        .put("issuer", issuer.publicKey().text())
        .put("default", issuers.standard().filter(issuer::equals).isPresent())
        .put("tokenForm", issuer.tokens().form().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (!exact) {
      json.put("lifetimeSeconds", issuer.tokens().lifetime().toSeconds())
          .put("audience", issuer.tokens().audience());
    }
  }
}
