package dev.jeton.tokens.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import java.time.Duration;
import java.time.Instant;

/** The project, the times and the people that the tests of verification share. */
final class Lobby {
  static final AppId APP_ID = new AppId("970CA35de60c44645bbae8a215061b33");
  static final String CERTIFICATE_TEXT = "0c0ffee0c0ffee0c0ffee0c0ffee0c0f";
  static final AppCertificate CERTIFICATE = certificate(CERTIFICATE_TEXT);
  static final AppCertificate OTHER = certificate("deadbeefdeadbeefdeadbeefdeadbeef");

  static final long ISSUED = 1_700_000_000L;
  static final Duration HOUR = Duration.ofHours(1);
  static final Channel CHANNEL = new Channel("lobby");
  static final AgoraUser USER = AgoraUser.uid(42);

  private Lobby() {}

  static AppCertificate certificate(String text) {
    return AppCertificate.of(Secret.ofText(text));
  }

  /** A 007 token of one hour; add services. */
  static AccessToken2 token() {
    return AccessToken2.forApp(APP_ID).issuedAt(ISSUED).validFor(HOUR).salt(7);
  }

  /** For {@link #USER} in {@link #CHANNEL}, publisher, one hour. */
  static AccessToken2 publisher() {
    return token().rtc(CHANNEL, USER, RtcRole.PUBLISHER, HOUR);
  }

  /** A 006 token for {@link #USER} in {@link #CHANNEL}, publisher, privileges for one hour. */
  static AccessToken publisher006() {
    return rtc006(CHANNEL, USER);
  }

  static AccessToken rtc006(Channel channel, AgoraUser user) {
    Instant end = Instant.ofEpochSecond(ISSUED).plus(HOUR);
    return AccessToken.rtc(APP_ID, channel, user, RtcRole.PUBLISHER, end)
        .issuedAt(Instant.ofEpochSecond(ISSUED))
        .salt(7);
  }

  static AccessToken rtm006(String account) {
    return AccessToken.rtm(APP_ID, account, Instant.ofEpochSecond(ISSUED).plus(HOUR))
        .issuedAt(Instant.ofEpochSecond(ISSUED))
        .salt(7);
  }

  /** Some time after the issue time; nothing else is expected. */
  static Expected after(long seconds) {
    return Expected.at(Instant.ofEpochSecond(ISSUED + seconds));
  }

  /** {@link #USER} joining {@link #CHANNEL}. */
  static Expected joining(long secondsAfterIssue) {
    return after(secondsAfterIssue).channel(CHANNEL).user(USER);
  }

  static Outcome<VerifiedAgoraToken> verify(String text, Expected expected) {
    return new AgoraVerifier(APP_ID, Certificates.of(CERTIFICATE)).verify(text, expected);
  }

  static Outcome<VerifiedAgoraToken> verify(AccessToken2 token, Expected expected) {
    return verify(token.sign(CERTIFICATE), expected);
  }

  static Outcome<VerifiedAgoraToken> verify(AccessToken token, Expected expected) {
    return verify(token.sign(CERTIFICATE), expected);
  }
}
