package dev.jeton.tokens.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The checks on a 006 token that has been read. */
final class AccessTokenVerification {
  private final RawAccessToken token;
  private final Expected expected;

  AccessTokenVerification(RawAccessToken token, Expected expected) {
    this.token = token;
    this.expected = expected;
  }

  /**
   * Channel and uid first, since the signature covers them and the token holds only checksums: what
   * is expected, or a wildcard that a token may name in its place, must have the checksum. Then the
   * signature, the token's end, the privileges'.
   */
  Outcome<VerifiedAgoraToken> verify(Certificates certificates) {
    if (expected.user().isEmpty() || (expected.channel().isEmpty() && !token.isRtm())) {
      return Outcome.refused(
          Reason.CONTEXT_MISSING,
          token.isRtm()
              ? "a 006 token for RTM can only be verified with the account"
              : "a 006 token can only be verified with channel and uid or account");
    }
    if (token.isRtm() && expected.channel().isPresent()) {
      return Outcome.refused(Reason.CHANNEL_MISMATCH, "it is for RTM, not for a channel; give the account alone");
    }
    Channel channel = channel();
    if (channel == null) {
      return token.isRtm()
          ? Outcome.refused(Reason.USER_MISMATCH, "it is not for this account")
          : Outcome.refused(Reason.CHANNEL_MISMATCH, "it is not for this channel");
    }
    AgoraUser user = user();
    if (user == null) {
      return Outcome.refused(Reason.USER_MISMATCH, "it is not for this uid or account");
    }
    Optional<SignedBy> signedBy = signedBy(certificates, channel, user);
    if (signedBy.isEmpty()) {
      return Outcome.refused(Reason.BAD_SIGNATURE, "no certificate of the project signed it");
    }
    if (!alive(token.expiresAt().getEpochSecond())) {
      return Outcome.refused(Reason.EXPIRED, "its lifetime is over");
    }
    return privilegeFault()
        .orElseGet(
            () -> Outcome.accepted(new VerifiedAccessToken(token, channel, user, signedBy.get())));
  }

  private @Nullable Channel channel() {
    if (token.isRtm()) {
      String account = expected.user().orElseThrow().wire();
      return mayBe(account, token.crcChannel()) ? new Channel(account) : null;
    }
    Channel joined = expected.channel().orElseThrow();
    for (Channel candidate : List.of(joined, Channel.any(), new Channel(""))) {
      if (mayBe(candidate.name(), token.crcChannel())) {
        return candidate;
      }
    }
    return null;
  }

  private @Nullable AgoraUser user() {
    AgoraUser joining = token.isRtm() ? AgoraUser.anyone() : expected.user().orElseThrow();
    for (AgoraUser candidate : List.of(joining, AgoraUser.anyone(), AgoraUser.account("*"))) {
      if (mayBe(candidate.wire(), token.crcUser())) {
        return candidate;
      }
    }
    return null;
  }

  private Optional<SignedBy> signedBy(Certificates certificates, Channel channel, AgoraUser user) {
    if (token.isSignedBy(certificates.primary(), channel, user)) {
      return Optional.of(SignedBy.PRIMARY);
    }
    return certificates
        .secondary()
        .filter(secondary -> token.isSignedBy(secondary, channel, user))
        .map(secondary -> SignedBy.SECONDARY);
  }

  private Optional<Outcome<VerifiedAgoraToken>> privilegeFault() {
    Privileges privileges = token.privileges();
    int wayIn = token.isRtm() ? Privileges.RTM_LOGIN_006 : Privileges.JOIN;
    int id = expected.privilege().orElse(wayIn);
    int index = privileges.indexOf(id);
    if (index < 0) {
      return Optional.of(
          Outcome.refused(Reason.PRIVILEGE_MISSING, "it does not carry privilege " + id));
    }
    return alive(token.privilegeEnd(privileges.seconds(index)).getEpochSecond())
        ? Optional.empty()
        : Optional.of(
            Outcome.refused(Reason.PRIVILEGE_EXPIRED, "its privilege is over before the token is"));
  }

  private boolean alive(long end) {
    return expected.now().getEpochSecond() < end;
  }

  /** Whether a checksum fits a text; one with half a surrogate pair can stand in no token. */
  private static boolean mayBe(String text, long checksum) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() == checksum;
  }
}
