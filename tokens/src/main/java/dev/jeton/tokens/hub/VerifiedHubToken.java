package dev.jeton.tokens.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An identity token whose checks all passed; only {@link HubVerifier} makes one. */
public final class VerifiedHubToken {
  private final Libp2pPublicKey issuer;
  private final Libp2pPublicKey identity;
  private final Instant issuedAt;
  private final @Nullable Instant expiresAt;
  private final @Nullable String id;
  private final List<String> audience;
  private final boolean audienceChecked;

  VerifiedHubToken(
      Libp2pPublicKey issuer,
      Libp2pPublicKey identity,
      Instant issuedAt,
      @Nullable Instant expiresAt,
      @Nullable String id,
      List<String> audience,
      boolean audienceChecked) {
    this.issuer = issuer;
    this.identity = identity;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
    this.id = id;
    this.audience = audience;
    this.audienceChecked = audienceChecked;
  }

  /** Whose key signed it. */
  public Libp2pPublicKey issuer() {
    return issuer;
  }

  /** Who proved to own a key. */
  public Libp2pPublicKey identity() {
    return identity;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  /** Empty when it never ends. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** By which it can be revoked. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** What it is for; empty when it says nothing about that. */
  public List<String> audience() {
    return audience;
  }

  /** The checks that were not made: {@code audience} when it has one and none was expected. */
  public List<String> unchecked() {
    return audienceChecked || audience.isEmpty() ? List.of() : List.of("audience");
  }
}
