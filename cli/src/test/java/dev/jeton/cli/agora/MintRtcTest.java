package dev.jeton.cli.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Certificates;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RawAccessToken2;
import dev.jeton.tokens.agora.Service;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MintRtcTest {
  private static final String TRY = "Try: jeton mint agora rtc --help\n";

  @Test
  void printsTheTokenAloneOnStandardOutput() {
    Result result = mint("--channel", "lobby", "--uid", "42");
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("007")
        .endsWith("=\n")
        .doesNotContain(" ")
        .hasLineCount(1);
    assertThat(verify(
            result.line(),
            Expected.at(Run.NOW).channel(new Channel("lobby")).user(AgoraUser.uid(42))))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void isASubscriberForOneHourUnlessToldOtherwise() {
    RawAccessToken2 token = parse(mint("--channel", "lobby", "--uid", "42").line());
    assertThat(token.appId()).isEqualTo(new AppId(Run.APP_ID));
    assertThat(token.issuedAt()).isEqualTo(Run.NOW);
    assertThat(token.lifetimeSeconds()).isEqualTo(3600);
    assertThat(token.services())
        .containsExactly(new Service.Rtc(
            new Channel("lobby"), AgoraUser.uid(42), Privileges.of(Privileges.JOIN, 3600)));
  }

  @Test
  void aPublisherMaySend() {
    RawAccessToken2 token = parse(
        mint("--channel", "lobby", "--account", "alice", "--role", "publisher", "--ttl", "10m")
            .line());
    assertThat(token.services())
        .containsExactly(new Service.Rtc(
            new Channel("lobby"), AgoraUser.account("alice"), Privileges.rtc(600, 600, 600, 600)));
  }

  @Test
  void theAccountZeroIsNotAnyone() {
    RawAccessToken2 token = parse(mint("--channel", "c", "--account", "0").line());
    assertThat(((Service.Rtc) token.services().get(0)).user()).isEqualTo(AgoraUser.account("0"));
  }

  @Test
  void mints006() {
    Result result = mint("--channel", "lobby", "--uid", "4294967295", "--token-version", "006");
    assertThat(result.line()).startsWith("006" + Run.APP_ID);
    assertThat(verify(
            result.line(),
            Expected.at(Run.NOW.plusSeconds(3599))
                .channel(new Channel("lobby"))
                .user(AgoraUser.uid(4294967295L))))
        .isInstanceOf(Outcome.Accepted.class);
    assertThat(verify(
            result.line(),
            Expected.at(Run.NOW.plusSeconds(3600))
                .channel(new Channel("lobby"))
                .user(AgoraUser.uid(4294967295L))))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void jsonTellsWhatTheTokenIsFor() {
    Result result = mint("--channel", "lobby", "--uid", "42", "--role", "publisher", "--json");
    assertThat(result.line())
        .matches("\\{\"platform\":\"agora\",\"version\":\"007\",\"appId\":\""
            + Run.APP_ID + "\",\"channel\":\"lobby\",\"uid\":42,\"role\":\"publisher\","
            + "\"token\":\"007[A-Za-z0-9+/]+=*\",\"issuedAt\":\"2026-11-01T12:00:00Z\","
            + "\"expiresAt\":\"2026-11-01T13:00:00Z\",\"renewAt\":\"2026-11-01T12:55:00Z\"}");
    assertThat(mint("--channel", "c", "--account", "a", "--json").line())
        .contains("\"account\":\"a\",\"role\":\"subscriber\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1,12:00:00",
    "2,12:00:01",
    "59,12:00:29",
    "60,12:00:30",
    "61,12:00:31",
    "309,12:04:39",
    "310,12:04:39",
    "2999,12:45:00",
    "3000,12:45:00",
    "3001,12:45:01"
  })
  void isRenewedATenthBeforeTheEndWithinBounds(String ttl, String renewAt) {
    assertThat(mint("--channel", "c", "--uid", "1", "--ttl", ttl, "--json").line())
        .contains("\"renewAt\":\"2026-11-01T" + renewAt + "Z\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "4294967294", "4294967295"})
  void takesEveryUid(String uid) {
    assertThat(mint("--channel", "c", "--uid", uid).status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "4294967296", "99999999999999999999", "", "1.0", "0x1", "+1", " 1", "٣"})
  void refusesWhatIsNoUid(String uid) {
    Result result = mint("--channel", "c", "--uid", uid);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo("jeton: --uid: a uid is a whole number 0..4294967295;"
            + " other names are given with --account\n" + TRY);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "90s,90",
    "10m,600",
    "1h,3600",
    "1h30m,5400",
    "1d,86400",
    "86400,86400",
    "24h,86400"
  })
  void takesALifetime(String ttl, long seconds) {
    RawAccessToken2 token =
        parse(mint("--channel", "c", "--uid", "1", "--ttl", ttl).line());
    assertThat(token.lifetimeSeconds()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"86401", "1d1s", "25h", "99999999999999999999"})
  void refusesALifetimeOverOneDay(String ttl) {
    Result result = mint("--channel", "c", "--uid", "1", "--ttl", ttl);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "jeton: --ttl: a token lives at most 24h; Agora cuts longer ones to that\n" + TRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0s", "0h0m"})
  void refusesALifetimeOfNothing(String ttl) {
    Result result = mint("--channel", "c", "--uid", "1", "--ttl", ttl);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("jeton: --ttl: a token lives at least 1s\n" + TRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "abc", "", "h", "1x", "1m1h", "1h1h", "1h5", "1.5h"})
  void refusesWhatIsNoLifetime(String ttl) {
    Result result = mint("--channel", "c", "--uid", "1", "--ttl", ttl);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "jeton: --ttl: a duration is written like 90s, 10m, 1h, 1d, 1h30m or in seconds\n"
                + TRY);
  }

  @Test
  void anAccountHasAtMost255Bytes() {
    assertThat(mint("--channel", "c", "--account", "a".repeat(254)).status()).isZero();
    assertThat(mint("--channel", "c", "--account", "a".repeat(255)).status()).isZero();
    assertThat(mint("--channel", "c", "--account", "é".repeat(127) + "a").status())
        .isZero();
    assertThat(mint("--channel", "c", "--account", "a".repeat(256)).err())
        .isEqualTo("jeton: --account: it has at most 255 bytes, not 256\n" + TRY);
    assertThat(mint("--channel", "c", "--account", "é".repeat(128)).status()).isEqualTo(2);
    assertThat(mint("--channel", "c", "--account", "").err())
        .isEqualTo("jeton: --account: it is empty; it names one user\n" + TRY);
  }

  @Test
  void aChannelHasAtMost63Characters() {
    assertThat(mint("--channel", "c".repeat(62), "--uid", "1").status()).isZero();
    assertThat(mint("--channel", "c".repeat(63), "--uid", "1").status()).isZero();
    assertThat(mint("--channel", "c".repeat(64), "--uid", "1").status()).isEqualTo(2);
    assertThat(mint("--channel", "*" + "c".repeat(63), "--uid", "1").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ü", "a/b", "a\nb", "a\"b", "a\u001b[2J"})
  void refusesWhatIsNoChannel(String channel) {
    Result result = mint("--channel", channel, "--uid", "1");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("jeton: --channel: a channel is 1..63 characters out of"
            + " a-z A-Z 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~, and * for any characters\n"
            + TRY);
  }

  @Test
  void anEmptyChannelIsAskedToBeSaidPlainly() {
    assertThat(mint("--channel", "", "--uid", "1").err())
        .isEqualTo("jeton: --channel: it is empty; every channel is written *\n" + TRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "room-*", "*-1-*"})
  void warnsOfAWildcardChannel(String channel) {
    Result result = mint("--channel", channel, "--uid", "1");
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("007");
    assertThat(result.err())
        .isEqualTo("warning: this token opens every channel that fits its name with *\n");
  }

  @Test
  void warnsWhenAnyoneMayUseIt() {
    String warning = "warning: anyone may use this token: it names no user\n";
    assertThat(mint("--channel", "c", "--uid", "0").err()).isEqualTo(warning);
    assertThat(mint("--channel", "c", "--account", "*").err()).isEqualTo(warning);
    assertThat(mint("--channel", "c", "--account", "0").err()).isEmpty();
  }

  @Test
  void needsChannelAndUser() {
    assertThat(mint("--uid", "1").err()).isEqualTo("jeton: missing: --channel C\n" + TRY);
    assertThat(mint("--channel", "c").err())
        .isEqualTo("jeton: missing: --uid N or --account A\n" + TRY);
    assertThat(mint("--channel", "c", "--uid", "1", "--account", "a").err())
        .isEqualTo("jeton: give --uid or --account, not both\n" + TRY);
  }

  @Test
  void refusesOtherRolesAndVersions() {
    assertThat(mint("--channel", "c", "--uid", "1", "--role", "audience").err())
        .isEqualTo("jeton: --role: a role is publisher or subscriber\n" + TRY);
    assertThat(mint("--channel", "c", "--uid", "1", "--token-version", "008").err())
        .isEqualTo("jeton: --token-version: a token version is 007 or 006\n" + TRY);
  }

  @Test
  void a006TokenIsForOneChannelOrForEvery() {
    Result pattern = mint("--channel", "room-*", "--uid", "1", "--token-version", "006");
    assertThat(pattern.status()).isEqualTo(2);
    assertThat(pattern.err())
        .startsWith("jeton: --channel: no one can verify a 006 token for a pattern;"
            + " give one channel, or * for every channel, or use 007\n");
    assertThat(mint("--channel", "*", "--uid", "1", "--token-version", "006").status()).isZero();
  }

  private static Result mint(String... options) {
    String[] args = new String[options.length + 3];
    args[0] = "mint";
    args[1] = "agora";
    args[2] = "rtc";
    System.arraycopy(options, 0, args, 3, options.length);
    return Run.withProject().jeton(args);
  }

  private static RawAccessToken2 parse(String token) {
    return ((Outcome.Accepted<RawAccessToken2>) RawAccessToken2.parse(token)).value();
  }

  private static Outcome<VerifiedAgoraToken> verify(String token, Expected expected) {
    Certificates certificates = Certificates.of(AppCertificate.of(Secret.ofText(Run.CERTIFICATE)));
    return new AgoraVerifier(new AppId(Run.APP_ID), certificates).verify(token, expected);
  }
}
