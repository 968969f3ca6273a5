package dev.jeton.cli.agora;

import static dev.jeton.cli.agora.Verifying.LISTENER;
import static dev.jeton.cli.agora.Verifying.TOKEN;
import static dev.jeton.cli.agora.Verifying.assertRefused;
import static dev.jeton.cli.agora.Verifying.mint;
import static dev.jeton.cli.agora.Verifying.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.RtcRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerifyAgoraPrivilegesTest {
  @Test
  void asksForEveryPrivilegeNamed() {
    assertThat(verify("--privilege", "publish-audio", "--privilege", "publish-data", TOKEN)
            .status())
        .isZero();
    assertThat(verify("--privilege", "join", LISTENER).status()).isZero();
    Result result = verify("--privilege", "join", "--privilege", "publish-video", LISTENER);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).startsWith("refused: PRIVILEGE_MISSING (it does not carry privilege ");
  }

  @Test
  void aPrivilegeOfAnotherServiceDoesNotCount() {
    String login = mint("rtm", "--user", "alice");
    assertThat(verify("--privilege", "login", login).status()).isZero();
    assertRefused(
        verify("--privilege", "join", login),
        "PRIVILEGE_MISSING (it does not carry privilege join)");
    assertRefused(
        verify("--privilege", "login", LISTENER),
        "PRIVILEGE_MISSING (it does not carry privilege login)");
    assertThat(verify("--privilege", "publish-audio", mint("chat", "--app")).out())
        .startsWith("refused: PRIVILEGE_MISSING");
  }

  @Test
  void aPrivilegeOfAnotherUserDoesNotCount() {
    String loginOfAnother = joinAndLogin("u", "v");
    for (String[] options : new String[][] {
      {"--account", "u", "--privilege", "login", loginOfAnother},
      {"--channel", "c", "--account", "u", "--privilege", "login", loginOfAnother}
    }) {
      assertRefused(verify(options), "PRIVILEGE_MISSING (it does not carry privilege login)");
    }
    assertRefused(
        verify("--account", "u", "--privilege", "join", joinAndLogin("v", "u")),
        "PRIVILEGE_MISSING (it does not carry privilege join)");
  }

  @Test
  void oneMayAskForTheLoginBesideTheChannel() {
    String token = joinAndLogin("u", "u");
    assertThat(verify(
                "--channel",
                "c",
                "--account",
                "u",
                "--privilege",
                "join",
                "--privilege",
                "login",
                token)
            .status())
        .isZero();
    assertRefused(
        verify("--channel", "d", "--account", "u", "--privilege", "login", token),
        "CHANNEL_MISMATCH (it is not for this channel)");
  }

  @Test
  void aPrivilegeMayEndBeforeTheToken() {
    String token = AccessToken2.forApp(new AppId(Run.APP_ID))
        .issuedAt(Run.NOW)
        .validFor(3600)
        .salt(1)
        .rtc(new Channel("c"), AgoraUser.uid(1), RtcRole.SUBSCRIBER, Duration.ofMinutes(10))
        .rtm("u", Duration.ZERO)
        .sign(AppCertificate.of(Secret.ofText(Run.CERTIFICATE)));
    assertThat(
            verify("--privilege", "join", "--at", "2026-11-01T12:09:59Z", token).status())
        .isZero();
    assertRefused(
        verify("--privilege", "join", "--at", "2026-11-01T12:10:00Z", token),
        "PRIVILEGE_EXPIRED (its privilege is over before the token is)");
  }

  @Test
  void the006LoginHasItsOwnNumber() {
    String token = mint("rtm", "--user", "alice", "--token-version", "006");
    assertThat(verify("--account", "alice", "--privilege", "login", token).status())
        .isZero();
    assertThat(verify("--account", "alice", "--privilege", "join", token).out())
        .startsWith("refused: PRIVILEGE_MISSING");
  }

  @Test
  void refusesUnknownPrivileges() {
    Result result = verify("--privilege", "fly", TOKEN);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("jeton: --privilege: a privilege is join, publish-audio,"
            + " publish-video, publish-data or login\n");
  }

  private static String joinAndLogin(String joining, String loggingIn) {
    return AccessToken2.forApp(new AppId(Run.APP_ID))
        .issuedAt(Run.NOW)
        .validFor(3600)
        .salt(1)
        .rtc(new Channel("c"), AgoraUser.account(joining), RtcRole.SUBSCRIBER, Duration.ZERO)
        .rtm(loggingIn, Duration.ZERO)
        .sign(AppCertificate.of(Secret.ofText(Run.CERTIFICATE)));
  }
}
