package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.agora.Lobby.CERTIFICATE;
import static dev.jeton.tokens.agora.Lobby.CHANNEL;
import static dev.jeton.tokens.agora.Lobby.HOUR;
import static dev.jeton.tokens.agora.Lobby.ISSUED;
import static dev.jeton.tokens.agora.Lobby.OTHER;
import static dev.jeton.tokens.agora.Lobby.USER;
import static dev.jeton.tokens.agora.Lobby.after;
import static dev.jeton.tokens.agora.Lobby.joining;
import static dev.jeton.tokens.agora.Lobby.publisher006;
import static dev.jeton.tokens.agora.Lobby.rtm006;
import static dev.jeton.tokens.agora.Lobby.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a 006 token is refused, to the second, and which reason wins when several hold. */
class AccessTokenReasonsTest {
  private static final AgoraUser ALICE = AgoraUser.account("alice");

  @Test
  void bothCertificatesAreTried() {
    AgoraVerifier verifier = new AgoraVerifier(Lobby.APP_ID, Certificates.of(OTHER, CERTIFICATE));

    assertThat(accepted(verifier.verify(publisher006().sign(OTHER), joining(0))).signedBy())
        .isEqualTo(SignedBy.PRIMARY);
    assertThat(accepted(verifier.verify(publisher006().sign(CERTIFICATE), joining(0)))
            .signedBy())
        .isEqualTo(SignedBy.SECONDARY);
  }

  @ParameterizedTest
  @CsvSource({"86399, true", "86400, false", "86401, false"})
  void itEndsAtTs(long now, boolean alive) {
    AccessToken token = AccessToken.rtc(Lobby.APP_ID, CHANNEL, USER, Privileges.of(1, 0))
        .issuedAt(Instant.ofEpochSecond(ISSUED))
        .salt(7);

    assertEnds(alive, Reason.EXPIRED, verify(token, joining(now)));
  }

  @ParameterizedTest
  @CsvSource({"3599, true", "3600, false", "3601, false"})
  void itsPrivilegesEndAtTheirOwnTime(long now, boolean alive) {
    assertEnds(alive, Reason.PRIVILEGE_EXPIRED, verify(publisher006(), joining(now)));
    assertEnds(
        alive, Reason.PRIVILEGE_EXPIRED, verify(publisher006(), joining(now).privilege(3)));
    assertEnds(
        alive, Reason.PRIVILEGE_EXPIRED, verify(rtm006("alice"), after(now).user(ALICE)));
  }

  @Test
  void aPrivilegeThatOutlivesTheTokenEndsWithIt() {
    AccessToken token = AccessToken.rtc(
            Lobby.APP_ID, CHANNEL, USER, Privileges.of(1, 4_294_967_295L))
        .endsAt(ISSUED + 60)
        .salt(7);

    VerifiedAccessToken verified = (VerifiedAccessToken) accepted(verify(token, joining(0)));

    assertThat(verified.privilegeEnd(0)).isEqualTo(Instant.ofEpochSecond(ISSUED + 60));
    assertThat(reason(verify(token, joining(60)))).isEqualTo(Reason.EXPIRED);
  }

  @ParameterizedTest
  @MethodSource
  void theFirstFailingCheckNamesTheReason(Reason first, String text, Expected expected) {
    assertThat(reason(verify(text, expected))).isEqualTo(first);
  }

  static Stream<Arguments> theFirstFailingCheckNamesTheReason() {
    String foreign =
        publisher006().sign(OTHER).replace(Lobby.APP_ID.text(), "0123456789abcdef0123456789abcdef");
    String good = publisher006().sign(CERTIFICATE);
    String forged = publisher006().sign(OTHER);
    Expected elsewhere = joining(0).channel(new Channel("cellar"));
    return Stream.of(
        Arguments.of(Reason.TOO_LARGE, "006" + "?".repeat(100_000), joining(0)),
        Arguments.of(Reason.UNSUPPORTED_VERSION, "00" + good, joining(0)),
        Arguments.of(Reason.MALFORMED, "006", joining(0)),
        Arguments.of(Reason.MALFORMED, "006" + "g".repeat(32), joining(0)),
        Arguments.of(Reason.MALFORMED, good + "=", joining(0)),
        Arguments.of(Reason.MALFORMED, good.substring(0, good.length() - 4), joining(0)),
        Arguments.of(Reason.MALFORMED, foreign + "AAAA", joining(0)),
        Arguments.of(Reason.APP_ID_MISMATCH, foreign, after(0)),
        Arguments.of(Reason.CONTEXT_MISSING, forged, after(0)),
        Arguments.of(Reason.CONTEXT_MISSING, forged, after(0).channel(CHANNEL)),
        Arguments.of(Reason.CONTEXT_MISSING, forged, after(0).user(USER)),
        Arguments.of(Reason.CHANNEL_MISMATCH, forged, elsewhere.user(ALICE)),
        Arguments.of(Reason.USER_MISMATCH, forged, joining(0).user(ALICE)),
        Arguments.of(Reason.BAD_SIGNATURE, forged, joining(99_999)),
        Arguments.of(Reason.EXPIRED, good, joining(86_400).privilege(9)),
        Arguments.of(Reason.PRIVILEGE_MISSING, good, joining(0).privilege(9)),
        Arguments.of(Reason.PRIVILEGE_EXPIRED, good, joining(3600)));
  }

  @Test
  void aLoginToRtmIsForItsAccountAndForNoChannel() {
    AccessToken rtm = rtm006("alice");

    assertThat(((VerifiedAccessToken) accepted(verify(rtm, after(0).user(ALICE)))).isRtm())
        .isTrue();
    assertThat(reason(verify(rtm, after(0)))).isEqualTo(Reason.CONTEXT_MISSING);
    assertThat(reason(verify(rtm, after(0).user(USER)))).isEqualTo(Reason.USER_MISMATCH);
    assertThat(reason(verify(rtm, after(0).user(ALICE).channel(CHANNEL))))
        .isEqualTo(Reason.CHANNEL_MISMATCH);
    assertThat(reason(verify(rtm, after(0).user(ALICE).channel(new Channel("alice")))))
        .as("on the wire the account stands where a channel would")
        .isEqualTo(Reason.CHANNEL_MISMATCH);
  }

  /** Absent never means allowed. */
  @Test
  void aTokenWithoutTheRightToJoinLetsNobodyIn() {
    AccessToken token = AccessToken.rtc(
            Lobby.APP_ID, CHANNEL, USER, Privileges.of(Privileges.PUBLISH_AUDIO, 0))
        .endsAt(ISSUED + 60)
        .salt(7);

    assertThat(reason(verify(token, joining(0)))).isEqualTo(Reason.PRIVILEGE_MISSING);
    accepted(verify(token, joining(0).privilege(Privileges.PUBLISH_AUDIO)));
  }

  @Test
  void aTokenForAChannelIsNoLoginToRtm() {
    AccessToken token = Lobby.rtc006(new Channel("alice"), AgoraUser.anyone());

    assertThat(reason(verify(token, after(0).user(ALICE)))).isEqualTo(Reason.CONTEXT_MISSING);
  }

  /** Its checksum is that of a question mark when half a surrogate pair is encoded carelessly. */
  @Test
  void halfASurrogatePairIsNoQuestionMark() {
    AccessToken token = Lobby.rtc006(new Channel("?"), AgoraUser.account("?"));
    Expected right = after(0).channel(new Channel("?")).user(AgoraUser.account("?"));

    accepted(verify(token, right));
    assertThat(reason(verify(token, right.channel(new Channel("\ud800")))))
        .isEqualTo(Reason.CHANNEL_MISMATCH);
    assertThat(reason(verify(token, right.user(AgoraUser.account("\udc00")))))
        .isEqualTo(Reason.USER_MISMATCH);
  }

  @Test
  void aMessageOfTheGreatestLengthIsVerifiedLikeAnyOther() {
    String text = unsigned006(new Channel(""), 10_920);

    assertThat(reason(verify(text, joining(0)))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void aChannelLongerThanAnyTokenIsVerifiedLikeAnyOther() {
    Channel endless = new Channel("x".repeat(70_000));

    assertThat(reason(verify(unsigned006(endless, 1), joining(0).channel(endless))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  /** What anybody can write: checksums that fit any uid, and no signature. */
  private static String unsigned006(Channel channel, int privileges) {
    CRC32 crc = new CRC32();
    crc.update(channel.name().getBytes(StandardCharsets.UTF_8));
    int message = 4 + 4 + 2 + 6 * privileges;
    ByteBuffer content =
        ByteBuffer.allocate(2 + 32 + 4 + 4 + 2 + message).order(ByteOrder.LITTLE_ENDIAN);
    content.putShort((short) 32).put(new byte[32]).putInt((int) crc.getValue()).putInt(0);
    content.putShort((short) message).putInt(7).putInt((int) ISSUED).putShort((short) privileges);
    for (int i = 0; i < privileges; i++) {
      content.putShort((short) (2000 + i)).putInt(0);
    }
    return "006" + Lobby.APP_ID + Base64.getEncoder().encodeToString(content.array());
  }

  @Test
  void aRawTokenShowsWhatItClaims() {
    RawAccessToken raw = accepted(RawAccessToken.parse(publisher006().sign(CERTIFICATE)));

    assertThat(raw.isRtm()).isFalse();
    assertThat(raw.salt()).isEqualTo(7);
    assertThat(raw.expiresAt()).isEqualTo(Instant.ofEpochSecond(ISSUED + 86_400));
    assertThat(raw.privileges())
        .isEqualTo(Privileges.rtc(RtcRole.PUBLISHER, ISSUED + HOUR.toSeconds()));
  }

  private static void assertEnds(
      boolean alive, Reason otherwise, Outcome<VerifiedAgoraToken> outcome) {
    if (alive) {
      accepted(outcome);
    } else {
      assertThat(reason(outcome)).isEqualTo(otherwise);
    }
  }
}
