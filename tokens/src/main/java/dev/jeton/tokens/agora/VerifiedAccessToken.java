package dev.jeton.tokens.agora;

import java.time.Instant;
import java.util.List;

/** A verified 006 token, with the channel and user that it proved to be for. */
public final class VerifiedAccessToken implements VerifiedAgoraToken {
  private final RawAccessToken token;
  private final Channel channel;
  private final AgoraUser user;
  private final SignedBy signedBy;

  VerifiedAccessToken(RawAccessToken token, Channel channel, AgoraUser user, SignedBy signedBy) {
    this.token = token;
    this.channel = channel;
    this.user = user;
    this.signedBy = signedBy;
  }

  @Override
  public String version() {
    return AccessToken.VERSION;
  }

  @Override
  public AppId appId() {
    return token.appId();
  }

  /** The channel it was signed for; the account in an RTM token. */
  public Channel channel() {
    return channel;
  }

  /** The user it was signed for; anyone in an RTM token. */
  public AgoraUser user() {
    return user;
  }

  /** Whether it is a login to RTM and not for a channel. */
  public boolean isRtm() {
    return token.isRtm();
  }

  @Override
  public Instant expiresAt() {
    return token.expiresAt();
  }

  /** Absolute ends in unix seconds; 0 means {@link #expiresAt()}. */
  public Privileges privileges() {
    return token.privileges();
  }

  /** When a privilege ends; never after the token. */
  public Instant privilegeEnd(int index) {
    return token.privilegeEnd(token.privileges().seconds(index));
  }

  /** When a privilege of this number on the wire ends; see {@link RawAccessToken#privilegeEnd}. */
  public Instant endOf(long wireValue) {
    return token.privilegeEnd(wireValue);
  }

  @Override
  public SignedBy signedBy() {
    return signedBy;
  }

  /** None: 006 cannot be verified without channel and user. */
  @Override
  public List<Check> unchecked() {
    return List.of();
  }
}
