package dev.jeton.cli.agora;

import static dev.jeton.cli.agora.Verifying.LEGACY;
import static dev.jeton.cli.agora.Verifying.TOKEN;
import static dev.jeton.cli.agora.Verifying.assertRefused;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyAgoraTest {
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
}
