package dev.jeton.server.kandy.api;

import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Repeats;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Json;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.KeptRequests;
import dev.jeton.server.store.KeptRequests.Place;
import dev.jeton.server.store.KeptRequests.Settled;
import dev.jeton.server.store.MissingReference;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Vault;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was answered to redemptions with an Idempotency-Key, sealed. It is kept in the transaction that
 * uses the set up, so whoever lost the answer asks again and learns that it was his. Blocks.
 */
@Singleton
final class KeptRedemptions {
  private static final String FINGERPRINT = "fingerprint";
  private static final String BODY = "body";

  private final KeptRequests store;
  private final Vault sealer;

  KeptRedemptions(Database database, Vault sealer) {
    this.store = new KeptRequests(database);
    this.sealer = sealer;
  }

  /** Where that of a request with a key is kept. */
  static Optional<Place> place(Call call) {
    return Optional.ofNullable(IdempotencyKey.of(call)).map(key -> Repeats.place(call, key));
  }

  /** What the same request was answered before; another one under the same key is refused. */
  Optional<Answer> find(Place place, Call call, Instant now) {
    return store.find(place, now).map(found -> {
      Fields kept = opened(place, found.content());
      if (!kept.text(FINGERPRINT).equals(call.fingerprint())) {
        throw Repeats.reused();
      }
      return Answer.json(200, Buffer.buffer(kept.text(BODY)));
    });
  }

  private Fields opened(Place place, SealedSecret content) {
    try {
      return Fields.of(Buffer.buffer(sealer.openBytes(content.blob(), identity(place))));
    } catch (CannotOpen e) {
      throw Repeats.lost();
    }
  }

  /**
   * Does something with the answer sealed; once more where another node has put the data key away
   * meanwhile.
   */
  <T> T keeping(
      Place place, Call call, Answer answer, Instant now, Function<Settled, T> redeeming) {
    try {
      return redeeming.apply(settled(place, call, answer, now));
    } catch (MissingReference e) {
      sealer.refresh();
      return redeeming.apply(settled(place, call, answer, now));
    }
  }

  private Settled settled(Place place, Call call, Answer answer, Instant now) {
    byte[] written = Json.object(json ->
            json.put(FINGERPRINT, call.fingerprint()).put(BODY, answer.body().toString()))
        .getBytes();
    byte[] blob = sealer.sealBytes(written, identity(place));
    return new Settled(
        place,
        new SealedSecret(blob, sealer.dataKeyOf(blob)),
        now,
        now.plus(MintMoment.REPEATABLE));
  }

  private static String identity(Place place) {
    return SealIdentity.ofAnswer(place.caller(), place.requestKey());
  }
}
