package dev.jeton.server.hub;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.NoKey;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.HubVerifier;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An issuer with its keys, which sign and verify as their states say. */
public final class KeptIssuer {
  private final Stored<IssuerSpec> stored;
  private final Map<String, Libp2pPrivateKey> keys = new HashMap<>();
  private final Map<Libp2pPublicKey, HubVerifier> verifiers = new HashMap<>();

  KeptIssuer(Stored<IssuerSpec> stored, boolean acceptEdDsa) {
    this.stored = stored;
    stored.secrets().forEach((id, secret) -> {
      Libp2pPrivateKey key = GivenIssuerKey.of(secret);
      keys.put(id, key);
      verifiers.put(key.publicKey(), verifier(key.publicKey(), acceptEdDsa));
    });
  }

  /** One with a single key that file and environment name, or that the server made. */
  static Stored<IssuerSpec> fixed(HubIssuer issuer, boolean marked) {
    KeyVersion only = KeyVersion.prepared("settings", Instant.EPOCH)
        .labelled(issuer.publicKey().text());
    return Stored.fixed(
        issuer.name(),
        new IssuerSpec(issuer.name(), issuer.tokens(), marked),
        KeyVersions.startingWith(only),
        Map.of(only.id(), issuer.key().text()));
  }

  /** Tokens without an end count only where the issuer still makes such tokens. */
  private HubVerifier verifier(Libp2pPublicKey key, boolean acceptEdDsa) {
    HubVerifier verifier = HubVerifier.of(key);
    HubVerifier ended =
        tokens().form() == TokenForm.HUB_EXACT ? verifier.allowingNoExpiry() : verifier;
    return acceptEdDsa ? ended.acceptingEdDsa() : ended;
  }

  String id() {
    return stored.id();
  }

  public String name() {
    return stored.spec().name();
  }

  public TokenShape tokens() {
    return stored.spec().tokens();
  }

  boolean isMarked() {
    return stored.spec().marked();
  }

  boolean isFixed() {
    return stored.isFixed();
  }

  /** Whether it was made of the very same; versions may agree by chance after a restore. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Stored<IssuerSpec> other) {
    return stored == other;
  }

  /** It with the key that signs at that time, if any does. */
  public Optional<HubIssuer> signing(Instant now) {
    return stored.keys().signing(now).map(version -> new HubIssuer(name(), key(version), tokens()));
  }

  /** What to refuse with while no key signs. */
  Problem noKey(Instant now) {
    return NoKey.toSign(stored.keys(), now, "Hub issuer " + name(), "key");
  }

  /** Why none of its keys verifies, if that is so. */
  public <T> Optional<Outcome<T>> refusal(Instant now) {
    return stored.keys().verifying(now).isEmpty()
        ? Optional.of(NoKey.toVerify(stored.keys(), now, "key of the issuer"))
        : Optional.empty();
  }

  /** What its tokens can be checked with at that time, the key that signs first. */
  public List<Libp2pPublicKey> published(Instant now) {
    return stored.keys().verifying(now).stream()
        .map(version -> key(version).publicKey())
        .toList();
  }

  /** The verifier for the tokens of one of its keys, if that key verifies at that time. */
  Optional<HubVerifier> verifier(Libp2pPublicKey key, Instant now) {
    return published(now).contains(key)
        ? Optional.ofNullable(verifiers.get(key))
        : Optional.empty();
  }

  /** The keys that are not retired or revoked, whether they sign and verify or not. */
  public List<Libp2pPublicKey> live() {
    return List.copyOf(verifiers.keySet());
  }

  /** Whether a key is one of its keys, or was one. */
  boolean knows(Libp2pPublicKey key) {
    return stored.keys().all().stream().anyMatch(one -> key.text().equals(one.label()));
  }

  private Libp2pPrivateKey key(KeyVersion version) {
    Libp2pPrivateKey key = keys.get(version.id());
    if (key == null) {
      throw new IllegalStateException("version " + version.id() + " is live and has no key");
    }
    return key;
  }

  @Override
  public String toString() {
    return "KeptIssuer[" + name() + "]";
  }
}
