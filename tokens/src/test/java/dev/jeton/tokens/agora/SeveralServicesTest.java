package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.agora.Lobby.CHANNEL;
import static dev.jeton.tokens.agora.Lobby.HOUR;
import static dev.jeton.tokens.agora.Lobby.USER;
import static dev.jeton.tokens.agora.Lobby.after;
import static dev.jeton.tokens.agora.Lobby.joining;
import static dev.jeton.tokens.agora.Lobby.publisher;
import static dev.jeton.tokens.agora.Lobby.token;
import static dev.jeton.tokens.agora.Lobby.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tokens without a channel, with many services, and with services that nobody here knows. */
class SeveralServicesTest {
  private static final AgoraUser ALICE = AgoraUser.account("alice");
  private static final Channel CELLAR = new Channel("cellar");

  @Test
  void aTokenForSignalingAloneIsForNoChannel() {
    AccessToken2 rtm = token().rtm("alice", HOUR);

    accepted(verify(rtm, after(0).user(ALICE)));
    assertThat(reason(verify(rtm, after(0).user(ALICE).channel(CHANNEL))))
        .isEqualTo(Reason.CHANNEL_MISMATCH);
    assertThat(reason(verify(rtm, after(0).user(USER)))).isEqualTo(Reason.USER_MISMATCH);
    assertThat(reason(verify(rtm, after(0).user(AgoraUser.account("*")))))
        .isEqualTo(Reason.USER_MISMATCH);
  }

  @Test
  void theServiceOfTheJoinedChannelDecides() {
    AccessToken2 two = token()
        .rtc(CHANNEL, USER, RtcRole.SUBSCRIBER, HOUR)
        .rtc(CELLAR, ALICE, RtcRole.PUBLISHER, Duration.ofSeconds(10));

    accepted(verify(two, joining(10)));
    accepted(verify(two, after(9).channel(CELLAR).user(ALICE).privilege(2)));
    assertThat(reason(verify(two, after(10).channel(CELLAR).user(ALICE))))
        .isEqualTo(Reason.PRIVILEGE_EXPIRED);
    assertThat(reason(verify(two, joining(0).privilege(2)))).isEqualTo(Reason.PRIVILEGE_MISSING);
    assertThat(reason(verify(two, joining(0).user(ALICE)))).isEqualTo(Reason.USER_MISMATCH);
    assertThat(reason(verify(two, after(0).channel(CELLAR).user(USER))))
        .isEqualTo(Reason.USER_MISMATCH);
  }

  @Test
  void oneLivingServiceOfTwoForTheSameMemberIsEnough() {
    AccessToken2 two = token()
        .rtc(CHANNEL, USER, RtcRole.SUBSCRIBER, Duration.ofSeconds(10))
        .rtc(CHANNEL, USER, RtcRole.SUBSCRIBER, Duration.ofSeconds(20));

    accepted(verify(two, joining(19)));
    assertThat(reason(verify(two, joining(20)))).isEqualTo(Reason.PRIVILEGE_EXPIRED);
  }

  @Test
  void servicesArePackedByTypeAndOtherwiseAsAdded() {
    AccessToken2 mixed =
        token().stt().rtm("b", HOUR).rtm("a", HOUR).rtc(CHANNEL, USER, RtcRole.SUBSCRIBER, HOUR);

    List<Service> services =
        accepted(RawAccessToken2.parse(mixed.sign(Lobby.CERTIFICATE))).services();

    assertThat(services).extracting(Service::type).containsExactly(1, 2, 2, 10);
    assertThat(services.get(1)).isEqualTo(new Service.Rtm("b", Privileges.of(1, 3600)));
  }

  @Test
  void servicesWithoutPrivilegesLiveAsLongAsTheToken() {
    accepted(verify(token().convoAi(), after(3599)));
    assertThat(reason(verify(token().convoAi(), after(3600)))).isEqualTo(Reason.EXPIRED);
    assertThat(reason(verify(token().convoAi(), joining(0)))).isEqualTo(Reason.CHANNEL_MISMATCH);
  }

  /** Absent never means allowed. */
  @Test
  void aServiceWithoutItsPrivilegeLetsNobodyIn() {
    Privileges publishOnly = Privileges.of(Privileges.PUBLISH_AUDIO, 3600);
    for (Service service : List.of(
        new Service.Rtc(CHANNEL, USER, Privileges.none()),
        new Service.Rtc(CHANNEL, USER, publishOnly),
        new Service.Rtm("42", Privileges.none()),
        new Service.Fcdn(CHANNEL, USER, Privileges.none()),
        new Service.Chat("42", Privileges.none()))) {
      assertThat(reason(verify(token().service(service), after(0).user(USER))))
          .as("%s", service)
          .isEqualTo(Reason.PRIVILEGE_MISSING);
    }
    assertThat(reason(verify(HandMade007.withServices(0).text(), after(0))))
        .isEqualTo(Reason.PRIVILEGE_MISSING);
  }

  @Test
  void anUnknownServiceEndsTheReadingButNotTheToken() {
    String text = HandMade007.withServices(2).rtc().uint16(11).raw(new byte[40]).text();

    VerifiedAccessToken2 verified = (VerifiedAccessToken2) accepted(verify(text, joining(0)));

    assertThat(verified.complete()).isFalse();
    assertThat(verified.services()).hasSize(1);
  }

  @Test
  void anUnknownServiceGrantsNothingThatIsAskedFor() {
    String text = HandMade007.withServices(1).uint16(11).raw(new byte[40]).text();

    VerifiedAgoraToken verified = accepted(verify(text, after(0)));

    assertThat(verified.unchecked())
        .as("whether it names a channel or a user cannot be known")
        .containsExactly(Check.CHANNEL, Check.USER);
    assertThat(reason(verify(text, after(0).privilege(1)))).isEqualTo(Reason.PRIVILEGE_MISSING);
    assertThat(reason(verify(text, joining(0)))).isEqualTo(Reason.CHANNEL_MISMATCH);
    assertThat(reason(verify(text, after(0).user(USER)))).isEqualTo(Reason.USER_MISMATCH);
  }

  @Test
  void signedBytesBehindTheServicesAreNotPassedOverInSilence() {
    String text = HandMade007.withServices(1).rtc().uint16(1).text();

    VerifiedAccessToken2 verified = (VerifiedAccessToken2) accepted(verify(text, joining(0)));

    assertThat(verified.complete()).isFalse();
  }

  @Test
  void theHandMadeTokenIsTheOneThatTheLibraryMakes() {
    AccessToken2 same = token().rtc(CHANNEL, USER, RtcRole.SUBSCRIBER, HOUR);

    assertThat(accepted(RawAccessToken2.parse(same.sign(Lobby.CERTIFICATE))).payload())
        .isEqualTo(HandMade007.withServices(1).rtc().payload());
    assertThat(((VerifiedAccessToken2) accepted(verify(publisher(), joining(0)))).complete())
        .isTrue();
  }
}
