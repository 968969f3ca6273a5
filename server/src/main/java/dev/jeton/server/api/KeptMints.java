package dev.jeton.server.api;

import dev.jeton.server.access.Asker;
import dev.jeton.server.http.Fields;
import dev.jeton.server.store.KeptRequests;
import dev.jeton.server.store.KeptRequests.Place;
import dev.jeton.server.store.MissingReference;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Sealer;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The requests under their keys, sealed in the store, for a day and for all nodes. Blocks. */
final class KeptMints {
  static final int MOST = 500_000;
  static final int MOST_OF_ONE = 100_000;
  static final int MOST_WITHOUT_PROOF = 10_000;

  /** Longer than minting and its audit row take; after it the node counts as dead. */
  static final Duration UNDER_WAY = Duration.ofSeconds(30);

  private final KeptRequests store;
  private final Sealer sealer;
  private final Shares ofOne;
  private final Shares withoutProof;
  private final Shares ofAll;

  KeptMints(KeptRequests store, Sealer sealer, Most most) {
    this.store = store;
    this.sealer = sealer;
    this.ofOne = new Shares(most.ofOne());
    this.withoutProof = new Shares(most.withoutProof());
    this.ofAll = new Shares(most.ofAll());
  }

  /**
   * How many requests are kept.
   *
   * @param ofOne of a caller
   * @param withoutProof of an address without a proof, of which one sender may have many
   */
  record Most(int ofOne, int withoutProof, int ofAll) {
    static final Most USUAL = new Most(MOST_OF_ONE, MOST_WITHOUT_PROOF, MOST);
  }

  /**
   * An earlier request.
   *
   * @param settled whether it is answered, or else still under way
   */
  record Found(boolean settled, KeptMint mint) {}

  /** Where the requests of an asker under a key are kept. */
  static Place place(Asker asker, String route, String key) {
    String caller =
        asker.client().isEmpty() ? asker.caller() : asker.caller() + " " + asker.client();
    return new Place(
        caller, (asker.user().isEmpty() ? "" : asker.user() + "\n") + route + " " + key);
  }

  /** Throws {@link CannotOpen} when it was sealed with a key that is not here. */
  Optional<Found> find(Place place, Instant now) {
    return store
        .find(place, now)
        .map(found -> new Found(
            found.settled(),
            KeptMint.read(Fields.of(
                Buffer.buffer(sealer.openBytes(found.content().blob(), identity(place)))))));
  }

  /** Whether there is room for one more. */
  boolean hasRoom(Asker asker, Place place, Instant now) {
    Shares share = asker.client().isEmpty() ? ofOne : withoutProof;
    return share.take(place.caller(), now, () -> store.count(place.caller(), share.most()))
        && ofAll.take("", now, () -> store.countAll(ofAll.most()));
  }

  boolean begin(Place place, String attempt, KeptMint mint) {
    Instant now = mint.at();
    return sealed(() -> store.begin(place, attempt, seal(place, mint), now, now.plus(UNDER_WAY)));
  }

  boolean settle(Place place, String attempt, KeptMint mint) {
    Instant end = mint.at().plus(MintMoment.REPEATABLE);
    return sealed(() -> store.settle(place, attempt, seal(place, mint), end));
  }

  void forget(Place place, String attempt) {
    store.forget(place, attempt);
  }

  /** Another node may have put the data key away that this one still took for the newest. */
  private boolean sealed(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (MissingReference e) {
      sealer.refresh();
      return work.getAsBoolean();
    }
  }

  private SealedSecret seal(Place place, KeptMint mint) {
    byte[] blob = sealer.sealBytes(mint.written().getBytes(), identity(place));
    return new SealedSecret(blob, sealer.dataKeyOf(blob));
  }

  private static String identity(Place place) {
    return SealIdentity.ofAnswer(place.caller(), place.requestKey());
  }
}
