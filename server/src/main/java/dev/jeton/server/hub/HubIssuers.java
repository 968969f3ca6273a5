package dev.jeton.server.hub;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyFile;
import dev.jeton.tokens.hub.HubVerifier;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The issuers of this server, in memory: those of the settings, those of the store, and the server's
 * own. Its own one is left out as soon as another has its key, or had it.
 */
public final class HubIssuers {
  private final boolean acceptEdDsa;
  private Optional<KeptIssuer> own = Optional.empty();
  private boolean isAdopted;
  private boolean isNew;
  private volatile Held held = Held.of(List.of());

  /** None yet. */
  HubIssuers(boolean acceptEdDsa) {
    this.acceptEdDsa = acceptEdDsa;
  }

  /** All at one moment. */
  private record Held(
      List<KeptIssuer> all,
      Map<String, KeptIssuer> words,
      Map<Libp2pPublicKey, KeptIssuer> keys,
      Optional<KeptIssuer> standard) {

    static Held of(List<KeptIssuer> all) {
      Map<String, KeptIssuer> words = new HashMap<>();
      Map<Libp2pPublicKey, KeptIssuer> keys = new HashMap<>();
      for (KeptIssuer one : all) {
        one.live().forEach(key -> {
          keys.put(key, one);
          words.put(key.text(), one);
        });
        words.put(one.id(), one);
      }
      all.forEach(one -> words.putIfAbsent(folded(one.name()), one));
      return new Held(List.copyOf(all), words, keys, standardOf(all));
    }

    /** The marked one, else that of the plain settings or the server's own, else the only one. */
    private static Optional<KeptIssuer> standardOf(List<KeptIssuer> all) {
      return all.stream()
          .filter(KeptIssuer::isMarked)
          .findFirst()
          .or(() -> all.stream()
              .filter(one -> one.isFixed() && one.name().equals(IssuersRead.PLAIN))
              .findFirst())
          .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }
  }

  /** Takes over what there is now; the keys of those that did not change are not read again. */
  public synchronized void hold(List<Stored<IssuerSpec>> all) {
    List<KeptIssuer> kept = new ArrayList<>();
    Map<String, KeptIssuer> before = new HashMap<>();
    held.all().forEach(one -> before.put(one.id(), one));
    for (Stored<IssuerSpec> one : all) {
      KeptIssuer known = before.get(one.id());
      kept.add(known != null && known.isOf(one) ? known : new KeptIssuer(one, acceptEdDsa));
    }
    own.filter(one -> !adopted(one, kept)).ifPresent(kept::add);
    held = Held.of(kept);
  }

  /** Takes the server's own issuer in, where its key is there. */
  synchronized void holdOwn(HubIssuer issuer) {
    KeptIssuer one = new KeptIssuer(KeptIssuer.fixed(issuer, false), acceptEdDsa);
    own = Optional.of(one);
    List<KeptIssuer> kept = new ArrayList<>(held.all());
    if (!adopted(one, kept)) {
      kept.add(one);
      held = Held.of(kept);
    }
  }

  /** At the start, when all that is stored is known: a server without any issuer makes one. */
  synchronized void makeOwnIfNone(OwnIssuer maker) throws KeyFile.Unusable {
    if (held.all().isEmpty()) {
      isNew = true;
      holdOwn(maker.readOrMake());
    }
  }

  /** Once somebody has taken its key over, it does not come back while this server runs. */
  private boolean adopted(KeptIssuer mine, List<KeptIssuer> others) {
    isAdopted |=
        mine.live().stream().anyMatch(key -> others.stream().anyMatch(other -> other.knows(key)));
    return isAdopted;
  }

  /** Whether the server's own issuer was made at this start. */
  boolean areNew() {
    return isNew;
  }

  /** The server's own issuer, also where another one has taken its key over. */
  public synchronized Optional<KeptIssuer> own() {
    return own;
  }

  public List<KeptIssuer> all() {
    return held.all();
  }

  /** The issuer that callers get who name none. */
  public Optional<KeptIssuer> standard() {
    return held.standard();
  }

  public boolean isStandard(KeptIssuer issuer) {
    return standard().filter(issuer::equals).isPresent();
  }

  /** By name, by id, or by a public key of its own. */
  public Optional<KeptIssuer> named(String name) {
    Held now = held;
    return Optional.ofNullable(now.words().get(name))
        .or(() -> Optional.ofNullable(now.words().get(folded(name))));
  }

  /** The one with that key. */
  public Optional<KeptIssuer> having(Libp2pPublicKey key) {
    return Optional.ofNullable(held.keys().get(key));
  }

  /** The verifier for the tokens of a key that verifies here at that time. */
  public Optional<HubVerifier> verifier(Libp2pPublicKey key, Instant now) {
    return having(key).flatMap(issuer -> issuer.verifier(key, now));
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
