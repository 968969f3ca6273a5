package dev.jeton.server.hub.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Verb;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.hub.HubIssuers;
import dev.jeton.server.hub.HubTokens;
import dev.jeton.server.hub.KeptIssuer;
import dev.jeton.server.hub.TokenForm;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.crypto.Ed25519PublicKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import dev.jeton.tokens.jwt.Jwk;
import dev.jeton.tokens.jwt.JwkSet;
import dev.jeton.tokens.jwt.VerificationKey;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who signs: as keys for whoever verifies, and as a list for the operator. Public parts alone. */
@Singleton
final class IssuerDoors implements Doors {
  private final HubIssuers issuers;
  private final HubTokens tokens;
  private final InstantSource clock;

  IssuerDoors(HubIssuers issuers, HubTokens tokens, InstantSource clock) {
    this.clock = clock;
    this.issuers = issuers;
    this.tokens = tokens;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get("/hub/jwks.json", Need.OPEN, this::keys));
    doors.open(Door.get("/api/v1/hub/issuer", Need.ADMINISTRATION, this::list)
        .audited("hub-issuer", HubTokens.PLATFORM)
        .right("hub-issuer", Verb.READ));
  }

  /** The set of one issuer, with all its keys that verify: with those of two issuers in it, a token of either would pass for both. */
  private Answer keys(Call call) {
    JwkSet set = JwkSet.of(tokens.issuer(call.query("issuer")).published(clock.instant()).stream()
        .map(IssuerDoors::jwk)
        .toList());
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

  /** Nothing while no key signs. */
  private @Nullable String signing(KeptIssuer issuer) {
    return issuer
        .signing(clock.instant())
        .map(signing -> signing.publicKey().text())
        .orElse(null);
  }

  private void describe(Json json, KeptIssuer issuer) {
    boolean exact = issuer.tokens().form() == TokenForm.HUB_EXACT;
    json.put("name", issuer.name())
        .put("issuer", signing(issuer))
        .put("default", issuers.isStandard(issuer))
        .put("tokenForm", issuer.tokens().form().word());
    if (!exact) {
      json.put("lifetimeSeconds", issuer.tokens().lifetime().toSeconds())
          .put("audience", issuer.tokens().audience());
    }
  }
}
