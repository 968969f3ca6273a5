package dev.jeton.cli.agora;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyAgoraTest {
  private static final String TOKEN =
      mint("rtc", "--channel", "lobby", "--uid", "42", "--role", "publisher");
  private static final String LISTENER = mint("rtc", "--channel", "lobby", "--uid", "42");
  private static final String LEGACY =
      mint("rtc", "--channel", "lobby", "--uid", "42", "--token-version", "006");

  @Test
  void showsWhatItVerified() {
    Result result = verify("--channel", "lobby", "--uid", "42", TOKEN);
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("""
        valid
          token          Agora 007
          app id         970CA35de60c44645bbae8a215061b33
          issued         2026-11-01T12:00:00Z, 0 s ago
          expires        2026-11-01T13:00:00Z, expires in 1 h
          signed by      primary certificate
        RTC
          channel        lobby
          user           42
          join           2026-11-01T13:00:00Z, expires in 1 h
          publish-audio  2026-11-01T13:00:00Z, expires in 1 h
          publish-video  2026-11-01T13:00:00Z, expires in 1 h
          publish-data   2026-11-01T13:00:00Z, expires in 1 h
        """);
  }

  @Test
  void showsA006Token() {
    Result result = verify("--channel", "lobby", "--uid", "42", LEGACY);
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
        valid
          token      Agora 006
          app id     970CA35de60c44645bbae8a215061b33
          expires    2026-11-02T12:00:00Z, expires in 1 d
          signed by  primary certificate
        Privileges
          join       2026-11-01T13:00:00Z, expires in 1 h
        """);
  }

  @Test
  void listsWhatItCouldNotCheck() {
    assertThat(verify(TOKEN).out()).endsWith("\nunchecked: channel, user\n");
    assertThat(verify("--channel", "lobby", TOKEN).out()).endsWith("\nunchecked: user\n");
    assertThat(verify("--uid", "42", TOKEN).out()).endsWith("\nunchecked: channel\n");
  }

  @Test
  void requireAllRefusesWhatIsUnchecked() {
    Result result = verify("--require-all", TOKEN);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo("refused: CONTEXT_MISSING"
            + " (not checked: channel, user; give --channel and --uid or --account)\n");
    assertThat(
            verify("--require-all", "--channel", "lobby", "--uid", "42", TOKEN).status())
        .isZero();
  }

  @Test
  void a006TokenNeedsChannelAndUserAnyway() {
    assertThat(verify(LEGACY).out()).startsWith("refused: CONTEXT_MISSING (a 006 token");
    assertThat(verify(LEGACY).status()).isEqualTo(1);
  }

  @Test
  void refusesWithReasonAndSentence() {
    assertRefused(
        verify("--channel", "attic", "--uid", "42", TOKEN),
        "CHANNEL_MISMATCH (it is not for this channel)");
    assertRefused(
        verify("--uid", "43", TOKEN), "USER_MISMATCH (it is not for this uid or account)");
    assertRefused(
        verify("--account", "alice", TOKEN), "USER_MISMATCH (it is not for this uid or account)");
    assertRefused(
        verify("--app-id", "0".repeat(32), TOKEN),
        "APP_ID_MISMATCH (it belongs to another App ID)");
    assertRefused(
        verify("007!"), "MALFORMED (what follows 007 is not standard Base64 with padding)");
    assertRefused(verify(""), "UNSUPPORTED_VERSION (it starts with neither 007 nor 006)");
    assertRefused(
        verify("007" + "A".repeat(200_000)), "TOO_LARGE (it is longer than 100000 characters)");
    assertRefused(
        Run.withProject()
            .with("AGORA_APP_CERTIFICATE", Run.OTHER_CERTIFICATE)
            .jeton("verify", "agora", TOKEN),
        "BAD_SIGNATURE (no certificate of the project signed it)");
  }

  @Test
  void triesTheSecondaryCertificateToo() {
    Result result = Run.withProject()
        .with("AGORA_APP_CERTIFICATE", Run.OTHER_CERTIFICATE)
        .with("AGORA_APP_CERTIFICATE_SECONDARY", Run.CERTIFICATE)
        .jeton("verify", "agora", TOKEN);
    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("secondary certificate");
  }

  @Test
  void anEmptySecondaryCertificateIsAnError() {
    Result result = Run.withProject()
        .with("AGORA_APP_CERTIFICATE_SECONDARY", "")
        .jeton("verify", "agora", TOKEN);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("jeton: AGORA_APP_CERTIFICATE_SECONDARY is set but empty; give it the"
            + " secondary App Certificate or unset it\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-01T12:59:59Z", "1793537999", "2026-11-01T13:59:59+01:00"})
  void verifiesAsOfAnotherTime(String last) {
    assertThat(verify("--at", last, TOKEN).status()).isZero();
    assertRefused(verify("--at", "2026-11-01T13:00:00Z", TOKEN), "EXPIRED (its lifetime is over)");
    assertRefused(verify("--at", "1793538000", TOKEN), "EXPIRED (its lifetime is over)");
  }

  @Test
  void allowsTheIssuersClockToBeAhead() {
    assertThat(verify("--at", "2026-11-01T11:59:00Z", TOKEN).status()).isZero();
    assertRefused(
        verify("--at", "2026-11-01T11:58:59Z", TOKEN),
        "NOT_YET_VALID (it was issued in the future; is one of the clocks wrong?)");
    assertThat(verify("--skew", "61s", "--at", "2026-11-01T11:58:59Z", TOKEN).status())
        .isZero();
    assertThat(verify("--skew", "0", "--at", "2026-11-01T11:59:59Z", TOKEN).status())
        .isEqualTo(1);
    assertThat(verify("--skew", "1h", TOKEN).status()).isZero();
    assertThat(verify("--skew", "3601", TOKEN).err())
        .startsWith("jeton: --skew: at most 1h; clocks that differ more need repair\n");
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void dropsOneLineEndOfStandardInput(String end) {
    assertThat(
            Run.withProject().typing(TOKEN + end).jeton("verify", "agora", "-").status())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", " \n", "\r", "\n "})
  void dropsNothingElse(String end) {
    Result result = Run.withProject().typing(TOKEN + end).jeton("verify", "agora", "-");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).startsWith("refused: MALFORMED");
  }

  @Test
  void jsonHoldsWhatWasVerified() {
    Result result = verify("--channel", "lobby", "--json", LISTENER);
    assertThat(result.out())
        .isEqualTo("{\"valid\":true,\"platform\":\"agora\",\"version\":\"007\",\"appId\":\""
            + Run.APP_ID + "\",\"issuedAt\":\"2026-11-01T12:00:00Z\","
            + "\"expiresAt\":\"2026-11-01T13:00:00Z\",\"services\":["
            + "{\"type\":\"rtc\",\"channel\":\"lobby\",\"user\":\"42\",\"privileges\":["
            + "{\"id\":1,\"name\":\"join\",\"value\":3600,"
            + "\"expiresAt\":\"2026-11-01T13:00:00Z\"}]}],"
            + "\"complete\":true,\"signedBy\":\"primary\",\"unchecked\":[\"user\"]}\n");
  }

  @Test
  void jsonOf006HasNoIssueTimeSinceTheTokenHasNone() {
    assertThat(verify("--channel", "lobby", "--uid", "42", "--json", LEGACY).out())
        .isEqualTo("{\"valid\":true,\"platform\":\"agora\",\"version\":\"006\",\"appId\":\""
            + Run.APP_ID + "\",\"expiresAt\":\"2026-11-02T12:00:00Z\","
            + "\"channel\":\"lobby\",\"user\":\"42\","
            + "\"privileges\":[{\"id\":1,\"name\":\"join\",\"value\":1793538000,"
            + "\"expiresAt\":\"2026-11-01T13:00:00Z\"}],"
            + "\"signedBy\":\"primary\",\"unchecked\":[]}\n");
    String login = mint("rtm", "--user", "alice", "--token-version", "006");
    assertThat(verify("--account", "alice", "--json", login).out())
        .contains("\"expiresAt\":\"2026-11-02T12:00:00Z\",\"account\":\"alice\",\"privileges\":[");
  }

  @Test
  void jsonOfARefusalTellsNothingOfTheToken() {
    Result result = verify("--channel", "attic", "--json", TOKEN);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo("{\"valid\":false,\"reason\":\"CHANNEL_MISMATCH\","
            + "\"detail\":\"it is not for this channel\"}\n");
  }

  @Test
  void anEmptyChannelOrAccountIsAValueLikeAnyOther() {
    assertRefused(
        verify("--channel", "", "--uid", "42", TOKEN),
        "CHANNEL_MISMATCH (it is not for this channel)");
    assertRefused(
        verify("--account", "", TOKEN), "USER_MISMATCH (it is not for this uid or account)");
    String everywhere = AccessToken2.forApp(new AppId(Run.APP_ID))
        .issuedAt(Run.NOW)
        .validFor(3600)
        .salt(1)
        .rtc(new Channel(""), AgoraUser.anyone(), RtcRole.SUBSCRIBER, Duration.ZERO)
        .sign(AppCertificate.of(Secret.ofText(Run.CERTIFICATE)));
    assertThat(verify("--require-all", "--channel", "", "--account", "", everywhere)
            .status())
        .isZero();
  }

  @Test
  void needsATokenAndAnAppId() {
    assertThat(verify().err())
        .startsWith("jeton: missing: TOKEN (or - to read it from standard input)\n");
    assertThat(Run.bare()
            .with("AGORA_APP_CERTIFICATE", Run.CERTIFICATE)
            .jeton("verify", "agora", TOKEN)
            .err())
        .startsWith("jeton: missing: --app-id ID (or the variable AGORA_APP_ID)\n");
    assertThat(verify("--app-id", "abc", TOKEN).err())
        .startsWith("jeton: --app-id: an App ID is 32 hex digits, not 3 characters\n");
    assertThat(Run.withProject()
            .with("AGORA_APP_ID", "")
            .jeton("verify", "agora", TOKEN)
            .err())
        .startsWith("jeton: AGORA_APP_ID: an App ID is 32 hex digits, not 0 characters\n");
  }

  @Test
  void coloursTheVerdictOnATerminalOnly() {
    assertThat(Run.withProject().onTerminal().jeton("verify", "agora", TOKEN).out())
        .startsWith("\u001b[32mvalid\u001b[0m\n");
    assertThat(Run.withProject().onTerminal().jeton("verify", "agora", "007").out())
        .startsWith("\u001b[31mrefused\u001b[0m: ");
    assertThat(Run.withProject()
            .onTerminal()
            .with("NO_COLOR", "1")
            .jeton("verify", "agora", TOKEN)
            .out())
        .startsWith("valid\n");
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

  private static void assertRefused(Result result, String why) {
    assertThat(result.out()).isEqualTo("refused: " + why + "\n");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
  }

  private static String mint(String... args) {
    return Run.withProject().jeton(after(args, "mint", "agora")).line();
  }

  private static Result verify(String... args) {
    return Run.withProject().jeton(after(args, "verify", "agora"));
  }

  private static String[] after(String[] args, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(args)).toArray(String[]::new);
  }
}
