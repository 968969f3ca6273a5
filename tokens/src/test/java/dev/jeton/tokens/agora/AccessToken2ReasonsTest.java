package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.agora.Lobby.CERTIFICATE;
import static dev.jeton.tokens.agora.Lobby.CHANNEL;
import static dev.jeton.tokens.agora.Lobby.HOUR;
import static dev.jeton.tokens.agora.Lobby.OTHER;
import static dev.jeton.tokens.agora.Lobby.USER;
import static dev.jeton.tokens.agora.Lobby.after;
import static dev.jeton.tokens.agora.Lobby.joining;
import static dev.jeton.tokens.agora.Lobby.publisher;
import static dev.jeton.tokens.agora.Lobby.token;
import static dev.jeton.tokens.agora.Lobby.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a 007 token is refused, to the second, and which reason wins when several hold. */
class AccessToken2ReasonsTest {
  private static final AppId OTHER_APP = new AppId("0123456789abcdef0123456789abcdef");

  @Test
  void everythingGivenAndRightIsAcceptedWithNothingUnchecked() {
    VerifiedAgoraToken verified = accepted(verify(publisher(), joining(0)));

    assertThat(verified.unchecked()).isEmpty();
    assertThat(verified.version()).isEqualTo("007");
    assertThat(verified.expiresAt())
        .isEqualTo(Instant.ofEpochSecond(Lobby.ISSUED).plus(HOUR));
  }

  @Test
  void whatIsNotGivenIsListedAsUnchecked() {
    assertThat(accepted(verify(publisher(), after(0))).unchecked())
        .containsExactly(Check.CHANNEL, Check.USER);
    assertThat(accepted(verify(publisher(), after(0).channel(CHANNEL))).unchecked())
        .containsExactly(Check.USER);
    assertThat(accepted(verify(token().chatApp(HOUR), after(0))).unchecked()).isEmpty();
    assertThat(accepted(verify(token().rtm("alice", HOUR), after(0))).unchecked())
        .containsExactly(Check.USER);
  }

  /** The issue time may lie as far ahead as the skew and no further. */
  @ParameterizedTest
  @CsvSource({"-61, NOT_YET_VALID", "-60, ", "-59, "})
  void theFutureBeginsAfterTheSkew(long now, Reason refused) {
    assertOutcome(publisher(), joining(now), refused);
  }

  @ParameterizedTest
  @CsvSource({"-1, NOT_YET_VALID", "0, ", "1, "})
  void withoutSkewTheFutureBeginsAtOnce(long now, Reason refused) {
    assertOutcome(publisher(), joining(now).skew(Duration.ZERO), refused);
  }

  @ParameterizedTest
  @CsvSource({"3599, ", "3600, EXPIRED", "3601, EXPIRED"})
  void theEndItselfIsTooLate(long now, Reason refused) {
    assertOutcome(publisher(), joining(now), refused);
  }

  @ParameterizedTest
  @ValueSource(longs = {86_400, 86_401, 4_294_967_295L})
  void longLivesEndAfter24Hours(long lifetime) {
    AccessToken2 token =
        token().validFor(lifetime).rtc(CHANNEL, USER, RtcRole.PUBLISHER, Duration.ZERO);

    assertOutcome(token, joining(86_399), null);
    assertOutcome(token, joining(86_400), Reason.EXPIRED);
    assertOutcome(token, joining(86_401), Reason.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({"599, ", "600, PRIVILEGE_EXPIRED", "601, PRIVILEGE_EXPIRED"})
  void thePrivilegesEndItselfIsTooLate(long now, Reason refused) {
    AccessToken2 token = token().rtc(CHANNEL, USER, RtcRole.PUBLISHER, Duration.ofMinutes(10));

    assertOutcome(token, joining(now), refused);
    assertOutcome(token, joining(now).privilege(Privileges.PUBLISH_AUDIO), refused);
  }

  @Test
  void aPrivilegeWithoutAnEndOfItsOwnEndsWithTheToken() {
    AccessToken2 token = token().rtc(CHANNEL, USER, RtcRole.PUBLISHER, Duration.ZERO);

    assertOutcome(token, joining(3599).privilege(Privileges.PUBLISH_DATA), null);
    assertOutcome(token, joining(3600).privilege(Privileges.PUBLISH_DATA), Reason.EXPIRED);
  }

  @Test
  void eachPrivilegeEndsAtItsOwnTime() {
    AccessToken2 token = token()
        .rtc(
            CHANNEL,
            USER,
            Duration.ofSeconds(40),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30));

    assertOutcome(token, joining(10), null);
    assertOutcome(token, joining(10).privilege(2), Reason.PRIVILEGE_EXPIRED);
    assertOutcome(token, joining(19).privilege(3), null);
    assertOutcome(token, joining(40), Reason.PRIVILEGE_EXPIRED);
  }

  @Test
  void aSubscriberDoesNotPublish() {
    AccessToken2 token = token().rtc(CHANNEL, USER, RtcRole.SUBSCRIBER, HOUR);

    assertOutcome(token, joining(0), null);
    assertOutcome(token, joining(0).privilege(Privileges.PUBLISH_AUDIO), Reason.PRIVILEGE_MISSING);
  }

  /** Ids mean other things in other services: play in FCDN and app in Chat are 2, too. */
  @Test
  void anIdOfAnotherServiceIsNoRightToPublish() {
    AccessToken2 player = token()
        .service(new Service.Fcdn(CHANNEL, USER, Privileges.of(2, 3600)))
        .service(new Service.Streaming(CHANNEL, USER, Privileges.of(2, 3600)))
        .chatApp(HOUR)
        .rtc(CHANNEL, USER, RtcRole.SUBSCRIBER, HOUR);

    assertOutcome(player, joining(0).privilege(2), Reason.PRIVILEGE_MISSING);
    assertOutcome(player, after(0).privilege(2), Reason.PRIVILEGE_MISSING);
    assertOutcome(player, joining(0).privilege(1), null);
  }

  @ParameterizedTest
  @MethodSource
  void theFirstFailingCheckNamesTheReason(Reason first, String text, Expected expected) {
    assertThat(reason(verify(text, expected))).isEqualTo(first);
  }

  static Stream<Arguments> theFirstFailingCheckNamesTheReason() {
    AccessToken2 foreign = AccessToken2.forApp(OTHER_APP)
        .issuedAt(Lobby.ISSUED)
        .validFor(HOUR)
        .salt(7)
        .rtc(CHANNEL, USER, RtcRole.PUBLISHER, HOUR);
    AccessToken2 brief = token().rtc(CHANNEL, USER, RtcRole.PUBLISHER, Duration.ofSeconds(10));
    AccessToken2 neverAlive =
        token().validFor(0).rtc(CHANNEL, USER, RtcRole.PUBLISHER, Duration.ofSeconds(10));
    Expected elsewhere = joining(0).channel(new Channel("cellar"));
    Expected stranger = joining(0).user(AgoraUser.uid(43));
    String tooLong = "008" + "?".repeat(100_000);
    return Stream.of(
        Arguments.of(Reason.TOO_LARGE, tooLong, joining(0)),
        Arguments.of(Reason.UNSUPPORTED_VERSION, "008?", joining(0)),
        Arguments.of(Reason.MALFORMED, "007?", joining(99_999)),
        Arguments.of(Reason.APP_ID_MISMATCH, foreign.sign(OTHER), joining(99_999)),
        Arguments.of(Reason.BAD_SIGNATURE, publisher().sign(OTHER), joining(99_999)),
        Arguments.of(Reason.BAD_SIGNATURE, publisher().sign(OTHER), joining(-99_999)),
        Arguments.of(Reason.NOT_YET_VALID, neverAlive.sign(CERTIFICATE), joining(-99_999)),
        Arguments.of(Reason.EXPIRED, brief.sign(CERTIFICATE), joining(3600)),
        Arguments.of(Reason.EXPIRED, brief.sign(CERTIFICATE), joining(3600).privilege(9)),
        Arguments.of(Reason.PRIVILEGE_MISSING, brief.sign(CERTIFICATE), elsewhere.privilege(9)),
        Arguments.of(
            Reason.PRIVILEGE_EXPIRED,
            brief.sign(CERTIFICATE),
            joining(10).channel(new Channel("cellar"))),
        Arguments.of(
            Reason.CHANNEL_MISMATCH,
            publisher().sign(CERTIFICATE),
            elsewhere.user(AgoraUser.uid(43))),
        Arguments.of(Reason.USER_MISMATCH, publisher().sign(CERTIFICATE), stranger));
  }

  @Test
  void theFarthestInstantsAreRefusedAndNothingIsThrown() {
    assertOutcome(publisher(), Expected.at(Instant.MAX), Reason.EXPIRED);
    assertOutcome(publisher(), Expected.at(Instant.MIN), Reason.NOT_YET_VALID);
  }

  @Test
  void aTokenThatWasReadBeforeIsVerifiedJustTheSame() {
    RawAccessToken2 raw = accepted(RawAccessToken2.parse(publisher().sign(CERTIFICATE)));
    AgoraVerifier verifier = new AgoraVerifier(Lobby.APP_ID, Certificates.of(CERTIFICATE));

    accepted(verifier.verify(raw, joining(0)));
    assertThat(reason(verifier.verify(raw, joining(3600)))).isEqualTo(Reason.EXPIRED);
    assertThat(reason(
            new AgoraVerifier(OTHER_APP, Certificates.of(CERTIFICATE)).verify(raw, joining(0))))
        .isEqualTo(Reason.APP_ID_MISMATCH);
  }

  private static void assertOutcome(
      AccessToken2 token, Expected expected, @org.jspecify.annotations.Nullable Reason refused) {
    if (refused == null) {
      accepted(verify(token, expected));
    } else {
      assertThat(reason(verify(token, expected))).isEqualTo(refused);
    }
  }
}
