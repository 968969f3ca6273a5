package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.agora.Lobby.CERTIFICATE;
import static dev.jeton.tokens.agora.Lobby.CHANNEL;
import static dev.jeton.tokens.agora.Lobby.HOUR;
import static dev.jeton.tokens.agora.Lobby.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What {@code io.agora:authentication} 2.1.3 gets wrong; each of these failed or would fail there. */
class OfficialJavaFaultsTest {

  @Test
  void aSubscriberOf006MayOnlyJoin() {
    AccessToken token = AccessToken.rtc(
            Lobby.APP_ID, CHANNEL, Lobby.USER, RtcRole.SUBSCRIBER, Instant.ofEpochSecond(99))
        .endsAt(99)
        .salt(1);

    assertThat(parsed006(token).privileges()).isEqualTo(Privileges.of(Privileges.JOIN, 99));
  }

  @Test
  void uidsFrom2To31AreUnsigned() {
    RawAccessToken token = parsed006(Lobby.rtc006(CHANNEL, AgoraUser.uid(2_882_341_273L)));

    assertThat(token.crcUser()).isEqualTo(crc("2882341273")).isNotEqualTo(crc("-1412626023"));
  }

  /** Its MD5 starts with 0x00, which the official hexadecimal form shortens to 31 digits. */
  @Test
  void theChatUserOfAnApaasRoomIsTheFullMd5() {
    List<Service> services =
        parsed(token().apaasRoomUser("room", "u314", 1, HOUR)).services();

    assertThat(services)
        .contains(new Service.Chat(
            "002919af9552c77035b1da1a23988191", Privileges.of(Service.Chat.USER, 3600)));
  }

  @Test
  void theChatPrivilegeOfAnApaasRoomLandsOnChat() {
    List<Service> services =
        parsed(token().apaasRoomUser("room", "alice", 1, HOUR)).services();

    assertThat(services)
        .extracting(Service::type, Service::privileges)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, Privileges.of(1, 3600)),
            org.assertj.core.groups.Tuple.tuple(5, Privileges.of(1, 3600)),
            org.assertj.core.groups.Tuple.tuple(7, Privileges.of(1, 3600)));
  }

  @Test
  void textsOfMoreThanAThousandBytesFit() {
    String account = "x".repeat(5_000);

    assertThat(parsed(token().rtm(account, HOUR)).services())
        .containsExactly(new Service.Rtm(account, Privileges.of(1, 3600)));
  }

  @Test
  void textsOf32KiBAreReadBack() {
    String account = "x".repeat(32_768);

    assertThat(parsed(token().rtm(account, HOUR)).services())
        .containsExactly(new Service.Rtm(account, Privileges.of(1, 3600)));
  }

  @Test
  void aTextThatIsTooLongIsRefusedAndNotCut() {
    assertThatThrownBy(() -> token().rtm("x".repeat(65_536), HOUR).sign(CERTIFICATE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theEmptyTextIsRefusedAndNothingIsThrown() {
    assertThat(reason(RawAccessToken2.parse(""))).isEqualTo(Reason.UNSUPPORTED_VERSION);
    assertThat(reason(RawAccessToken.parse(""))).isEqualTo(Reason.UNSUPPORTED_VERSION);
  }

  @Test
  void aWrongAppIdIsSaidAndNotAnsweredWithTheEmptyText() {
    assertThatThrownBy(() -> new AppId("970CA35de60c44645bbae8a215061b3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an App ID is 32 hex digits, not 31 characters");
  }

  @Test
  void accountsAreUtf8WhateverThePlatformSays() {
    assertThat(parsed006(Lobby.rtm006("пользователь")).crcChannel()).isEqualTo(crc("пользователь"));
  }

  @Test
  void uidZeroIsAnyoneIn006Too() {
    assertThat(parsed006(Lobby.rtc006(CHANNEL, AgoraUser.uid(0))).crcUser()).isZero();
  }

  private static RawAccessToken2 parsed(AccessToken2 token) {
    return accepted(RawAccessToken2.parse(token.sign(CERTIFICATE)));
  }

  private static RawAccessToken parsed006(AccessToken token) {
    return accepted(RawAccessToken.parse(token.sign(CERTIFICATE)));
  }

  private static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
