package dev.jeton.tokens.agora;

import java.time.Instant;
import java.util.List;

/** A verified 007 token. */
public final class VerifiedAccessToken2 implements VerifiedAgoraToken {
  private final RawAccessToken2 token;
  private final SignedBy signedBy;
  private final List<Check> unchecked;

  VerifiedAccessToken2(RawAccessToken2 token, SignedBy signedBy, List<Check> unchecked) {
    this.token = token;
    this.signedBy = signedBy;
    this.unchecked = unchecked;
  }

  @Override
  public String version() {
    return AccessToken2.VERSION;
  }

  @Override
  public AppId appId() {
    return token.appId();
  }

  /** When it was issued. */
  public Instant issuedAt() {
    return token.issuedAt();
  }

  /** {@code issuedAt + min(lifetime, 24 h)}, as Agora counts. */
  @Override
  public Instant expiresAt() {
    return token.expiresAt();
  }

  /** Its services up to the first of a type unknown here. */
  public List<Service> services() {
    return token.services();
  }

  /** Whether all services are known here; otherwise there is more than {@link #services()}. */
  public boolean complete() {
    return token.complete();
  }

  /** When a privilege of one of the services ends; never after the token. */
  public Instant privilegeEnd(Service service, int index) {
    return token.privilegeEnd(service.privileges().seconds(index));
  }

  /** When a privilege of this number on the wire ends; see {@link RawAccessToken2#privilegeEnd}. */
  public Instant endOf(long wireValue) {
    return token.privilegeEnd(wireValue);
  }

  @Override
  public SignedBy signedBy() {
    return signedBy;
  }

  @Override
  public List<Check> unchecked() {
    return unchecked;
  }
}
