package dev.jeton.server.sunbird;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The credentials of this server, in memory. */
public final class SunbirdCredentials {
  private final SunbirdSettings settings;
  private Map<String, Held> held = Map.of();
  private volatile Contents contents = Contents.of(List.of(), Optional.empty());

  SunbirdCredentials(SunbirdSettings settings) {
    this.settings = settings;
  }

  /** What was made of one, to be used again while it does not change. */
  private record Held(Stored<CredentialSpec> stored, SunbirdCredential credential) {
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Stored<CredentialSpec> one) {
      return stored == one;
    }
  }

  private record Contents(
      List<SunbirdCredential> all,
      Map<String, SunbirdCredential> byKey,
      Map<String, SunbirdCredential> byName,
      Optional<SunbirdCredential> standard) {

    static Contents of(List<SunbirdCredential> all, Optional<String> usual) {
      Map<String, SunbirdCredential> byKey = new HashMap<>();
      Map<String, SunbirdCredential> byName = new HashMap<>();
      Optional<SunbirdCredential> marked = Optional.empty();
      for (SunbirdCredential one : all) {
        byKey.put(one.key(), one);
        byName.put(one.name(), one);
        if (one.spec().isDefault()) {
          marked = Optional.of(one);
        }
      }
      Optional<SunbirdCredential> standard = marked
          .or(() -> usual.map(byName::get))
          .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
      return new Contents(List.copyOf(all), byKey, byName, standard);
    }
  }

  /** Takes over all there are from now on. */
  public synchronized void hold(List<Stored<CredentialSpec>> all) {
    Map<String, Held> next = new HashMap<>();
    List<SunbirdCredential> credentials = new ArrayList<>(all.size());
    for (Stored<CredentialSpec> one : all) {
      Held before = held.get(one.id());
      Held now = before != null && before.isOf(one) ? before : new Held(one, made(one));
      next.put(one.id(), now);
      credentials.add(now.credential());
    }
    held = next;
    contents = Contents.of(credentials, settings.standard());
  }

  private static SunbirdCredential made(Stored<CredentialSpec> one) {
    CredentialSpec spec = one.spec();
    List<LiveKey> keys = new ArrayList<>();
    spec.publicKey()
        .flatMap(pem -> usable(() -> KeyMaterial.ofPublicKey(spec.algorithm(), pem)))
        .ifPresent(material -> keys.add(LiveKey.of(spec, Optional.empty(), material)));
    for (KeyVersion version : inOrder(one)) {
      usable(() -> KeyMaterial.ofKeptSecret(spec, one.secret(version.id())))
          .ifPresent(material -> keys.add(LiveKey.of(spec, Optional.of(version), material)));
    }
    return new SunbirdCredential(spec, one.keys(), keys);
  }

  private interface Reading {
    KeyMaterial read() throws UnfitKey;
  }

  /** What was fit when it was stored may not be to this version of Jeton. */
  private static Optional<KeyMaterial> usable(Reading reading) {
    try {
      return Optional.of(reading.read());
    } catch (UnfitKey e) {
      return Optional.empty();
    }
  }

  /** The active one first, then the newest. */
  private static List<KeyVersion> inOrder(Stored<CredentialSpec> one) {
    List<KeyVersion> live = one.keys().live();
    Optional<KeyVersion> active = one.keys().active();
    return live.stream()
        .sorted(Comparator.comparing((KeyVersion key) -> !active.equals(Optional.of(key)))
            .thenComparing(key -> -live.indexOf(key)))
        .toList();
  }

  public List<SunbirdCredential> all() {
    return contents.all();
  }

  /** The credential that callers get who name none; empty where several are here and none is marked. */
  public Optional<SunbirdCredential> standard() {
    return contents.standard();
  }

  /** By key, or by name. */
  public Optional<SunbirdCredential> named(String keyOrName) {
    return ofKey(keyOrName).or(() -> Optional.ofNullable(contents.byName().get(keyOrName)));
  }

  /** The credential that a token claims to belong to; the claim is anybody's text. */
  public Optional<SunbirdCredential> ofKey(String key) {
    return Optional.ofNullable(contents.byKey().get(key));
  }
}
