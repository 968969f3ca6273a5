package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.agora.Lobby.CHANNEL;
import static dev.jeton.tokens.agora.Lobby.HOUR;
import static dev.jeton.tokens.agora.Lobby.USER;
import static dev.jeton.tokens.agora.Lobby.after;
import static dev.jeton.tokens.agora.Lobby.joining;
import static dev.jeton.tokens.agora.Lobby.rtc006;
import static dev.jeton.tokens.agora.Lobby.token;
import static dev.jeton.tokens.agora.Lobby.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which channels and users a token lets in: wildcards, patterns, and the two kinds of zero. */
class WildcardTest {
  private static final List<AgoraUser> ANYONE =
      List.of(AgoraUser.uid(0), AgoraUser.account(""), AgoraUser.anyone(), AgoraUser.account("*"));

  @ParameterizedTest
  @CsvSource({
    "'', lobby",
    "*, lobby",
    "*, ''",
    "**, lobby",
    "lobby, lobby",
    "lob*, lobby",
    "lob*, lob",
    "*by, lobby",
    "l*b*y, lobby",
    "1*a*2, 1-a-2",
    "1*a*2, 1a2",
    "a*ab, aaab",
    "*, *",
    "room-*, room-*"
  })
  void aPatternCoversWhatItsStarsCanStandFor(String inToken, String joined) {
    accepted(verify(rtc(inToken), joining(0).channel(new Channel(joined))));
  }

  @ParameterizedTest
  @CsvSource({
    "lobby, Lobby",
    "lobby, lobby2",
    "lobby, *",
    "lobby, ''",
    "lobby, lob*",
    "lob*, blob",
    "lob*, lo",
    "l*b*y, loby2",
    "1*a*2, 1a",
    "1*a*2, 12",
    "a*a, a",
    "*a, ''"
  })
  void andNothingElse(String inToken, String joined) {
    assertThat(reason(verify(rtc(inToken), joining(0).channel(new Channel(joined)))))
        .isEqualTo(Reason.CHANNEL_MISMATCH);
  }

  @Test
  void anyoneIsLetInByUidZeroTheEmptyAccountAndTheStar() {
    for (AgoraUser anyone : ANYONE) {
      AccessToken2 token = token().rtc(CHANNEL, anyone, RtcRole.PUBLISHER, HOUR);
      accepted(verify(token, joining(0)));
      accepted(verify(token, joining(0).user(AgoraUser.account("alice"))));
      accepted(verify(rtc006(CHANNEL, anyone), joining(0)));
    }
  }

  @Test
  void whoJoinsAsAnyoneIsNotLetInByATokenForSomeone() {
    for (AgoraUser anyone : ANYONE) {
      assertThat(reason(verify(Lobby.publisher(), joining(0).user(anyone))))
          .isEqualTo(Reason.USER_MISMATCH);
      assertThat(reason(verify(Lobby.publisher006(), joining(0).user(anyone))))
          .isEqualTo(Reason.USER_MISMATCH);
    }
  }

  @Test
  void theAccountZeroIsNobodySpecial() {
    AgoraUser zero = AgoraUser.account("0");
    AccessToken2 token = token().rtc(CHANNEL, zero, RtcRole.PUBLISHER, HOUR);

    assertThat(zero).isNotEqualTo(AgoraUser.uid(0));
    assertThat(zero.isWildcard()).isFalse();
    accepted(verify(token, joining(0).user(zero)));
    accepted(verify(rtc006(CHANNEL, zero), joining(0).user(zero)));
    assertThat(reason(verify(token, joining(0)))).isEqualTo(Reason.USER_MISMATCH);
    assertThat(reason(verify(rtc006(CHANNEL, zero), joining(0)))).isEqualTo(Reason.USER_MISMATCH);
    assertThat(reason(verify(rtc006(CHANNEL, zero), joining(0).user(AgoraUser.uid(0)))))
        .isEqualTo(Reason.USER_MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2_147_483_647L, 2_147_483_648L, 4_294_967_295L})
  void everyUidOf32BitsWorks(long uid) {
    AgoraUser user = AgoraUser.uid(uid);

    assertThat(user.wire()).isEqualTo(Long.toUnsignedString(uid));
    accepted(
        verify(token().rtc(CHANNEL, user, RtcRole.PUBLISHER, HOUR), joining(0).user(user)));
    accepted(verify(rtc006(CHANNEL, user), joining(0).user(user)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4_294_967_296L, Long.MAX_VALUE, Long.MIN_VALUE})
  void otherUidsDoNot(long uid) {
    assertThatThrownBy(() -> AgoraUser.uid(uid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a uid is 0..4294967295, not " + uid);
  }

  @Test
  void aUidIsTheAccountOfItsDigits() {
    assertThat(AgoraUser.uid(42)).isEqualTo(AgoraUser.account("42"));
    assertThat(AgoraUser.uid(42).hashCode()).isEqualTo(AgoraUser.account("42").hashCode());
  }

  @Test
  void a006TokenForEveryChannelCoversTheOneThatIsJoined() {
    accepted(verify(rtc006(Channel.any(), USER), joining(0)));
    accepted(verify(rtc006(new Channel(""), USER), joining(0)));
  }

  /** 006 holds a checksum, so a pattern inside a name cannot be tried. */
  @Test
  void a006TokenForAPatternIsForNoChannelButItself() {
    AccessToken token = rtc006(new Channel("lob*"), USER);

    assertThat(reason(verify(token, joining(0)))).isEqualTo(Reason.CHANNEL_MISMATCH);
    accepted(verify(token, joining(0).channel(new Channel("lob*"))));
  }

  @Test
  void aTokenOfTheAppItselfIsForNoUser() {
    for (AgoraUser user : List.of(USER, AgoraUser.anyone())) {
      assertThat(reason(verify(token().chatApp(HOUR), after(0).user(user))))
          .isEqualTo(Reason.USER_MISMATCH);
      assertThat(reason(verify(token().apaasApp(HOUR), after(0).user(user))))
          .isEqualTo(Reason.USER_MISMATCH);
    }
  }

  private static AccessToken2 rtc(String channel) {
    return token().rtc(new Channel(channel), USER, RtcRole.PUBLISHER, HOUR);
  }
}
