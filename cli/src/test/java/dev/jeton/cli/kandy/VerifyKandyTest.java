package dev.jeton.cli.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyKandyTest {

  @ParameterizedTest
  @ValueSource(strings = {"ecb", "cbc"})
  void oneTokenIsValidForItsRole(String cipher) {
    Result result = Shop.verify(cipher, "--role", "to", Shop.tokens(cipher).get(2));
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
            valid
              realm     shop
              role      to
              identity  sip:help@example.com
              issued    2026-11-01T12:00:00Z, 0 s ago
              expires   2026-11-01T12:10:00Z, expires in 10 min
              key       current
            """);
  }

  @Test
  void jsonTellsWhoAndWhen() {
    assertThat(Shop.verify("cbc", "--json", "--role", "from", Shop.tokens("cbc").get(1))
            .line())
        .isEqualTo("{\"valid\":true,\"platform\":\"kandy\",\"realm\":\"shop\",\"role\":\"from\","
            + "\"identity\":\"sip:Guest 17\",\"name\":\"Guest 17\","
            + "\"issuedAt\":\"2026-11-01T12:00:00Z\",\"expiresAt\":\"2026-11-01T12:10:00Z\","
            + "\"key\":\"current\",\"unchecked\":[]}");
  }

  @ParameterizedTest
  @CsvSource({"599, 0", "600, 0", "601, 1"})
  void aTokenLivesForTheDuration(long age, int status) {
    Result result = Shop.verify(
        "ecb",
        "--role",
        "account",
        "--at",
        Run.NOW.plusSeconds(age).toString(),
        Shop.tokens("ecb").get(0));
    assertThat(result.status()).isEqualTo(status);
  }

  @Test
  void theDurationIsTheRealms() {
    String token = Shop.tokens("ecb").get(0);
    String at = Run.NOW.plusSeconds(61).toString();
    assertThat(Shop.verify("ecb", "--role", "account", "--duration", "60", "--at", at, token)
            .out())
        .isEqualTo("refused: EXPIRED (it is older than the realm's duration)\n");
    assertThat(Shop.verify("ecb", "--role", "account", "--duration", "61", "--at", at, token)
            .out())
        .startsWith("valid\n");
  }

  @Test
  void theReasonIsPrinted() {
    String account = Shop.tokens("cbc").get(0);
    assertThat(Shop.verify("cbc", "--role", "to", account).out())
        .startsWith("refused: WRONG_ROLE (");
    assertThat(Shop.verify("ecb", "--role", "account", account).out())
        .startsWith("refused: MALFORMED (");
    Result other = Shop.verify(
        Shop.run("cbc").with("KANDY_SECURITY_KEY", Shop.OTHER_CBC_KEY),
        "--json",
        "--role",
        "account",
        account);
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.line()).startsWith("{\"valid\":false,\"reason\":\"BAD_MAC\",");
    String early = Run.NOW.minusSeconds(61).toString();
    assertThat(Shop.verify("cbc", "--role", "account", "--at", early, account).out())
        .startsWith("refused: NOT_YET_VALID (");
    assertThat(Shop.verify("cbc", "--role", "account", "--at", early, "--skew", "61", account)
            .status())
        .isZero();
  }

  @Test
  void thePreviousKeyOpensToo() {
    Result result = Shop.verify(
        Shop.run("cbc")
            .with("KANDY_SECURITY_KEY", Shop.OTHER_CBC_KEY)
            .with("KANDY_SECURITY_KEY_PREVIOUS", Shop.CBC_KEY),
        "--role",
        "account",
        Shop.tokens("cbc").get(0));
    assertThat(result.out()).startsWith("valid\n").contains("  key       previous\n");
  }

  @Test
  void aSetIsValidAndListsWhatWasNotChecked() {
    Result result = Shop.verifySet("cbc");
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
            valid
              realm    shop
              account  help@example.com
              from     sip:Guest 17
              to       sip:help@example.com
              issued   2026-11-01T12:00:00Z, 0 s ago
              expires  2026-11-01T12:10:00Z, expires in 10 min
              key      current
            unchecked: account, to, from
            """);
    assertThat(Shop.verifySet("ecb", "--json").line())
        .isEqualTo("{\"valid\":true,\"platform\":\"kandy\",\"realm\":\"shop\","
            + "\"account\":\"help@example.com\",\"from\":\"Guest 17\",\"to\":\"help@example.com\","
            + "\"issuedAt\":\"2026-11-01T12:00:00Z\",\"expiresAt\":\"2026-11-01T12:10:00Z\","
            + "\"key\":\"current\",\"unchecked\":[\"account\",\"to\",\"from\"]}");
  }

  @Test
  void requireAllRefusesWhatWasNotChecked() {
    Result result = Shop.verifySet("cbc", "--require-all", "--to", "*@example.com");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo("refused: CONTEXT_MISSING (not checked: account, from;"
            + " give --binding, --to and --from)\n");
    assertThat(Shop.verifySet(
                "cbc",
                "--require-all",
                "--to",
                "*@example.com",
                "--from",
                "*",
                "--binding",
                "equals-to")
            .status())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--to, desk@example.com, TO_NOT_ALLOWED",
    "--from, *@example.com, FROM_NOT_ALLOWED",
    "--binding, equals-from, ACCOUNT_MISMATCH"
  })
  void theRulesOfASetHold(String option, String value, String reason) {
    Result result = Shop.verifySet("cbc", option, value);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).startsWith("refused: " + reason + " (");
  }

  @Test
  void severalPatternsMayBeGiven() {
    assertThat(
            Shop.verifySet("ecb", "--to", "desk@example.com", "--to", "help@*").status())
        .isZero();
  }

  @Test
  void oneIvIsDemandedOnRequest() {
    assertThat(Shop.verifySet("cbc", "--one-iv").out()).startsWith("refused: TIME_MISMATCH (");
    String tokens = Shop.mint("cbc", "--to", "help@example.com", "--one-iv").out();
    assertThat(Shop.verify(Shop.run("cbc").typing(tokens), "--one-iv", "--set", "-")
            .status())
        .isZero();
  }

  @Test
  void tokensComeFromStandardInput() {
    String tokens = String.join("\n", Shop.tokens("ecb")) + "\n";
    assertThat(Shop.verify(Shop.run("ecb").typing(tokens), "--set", "-").status())
        .isZero();
    String token = Shop.tokens("ecb").get(0) + "\n";
    assertThat(
            Shop.verify(Shop.run("ecb").typing(token), "--role", "account", "-").status())
        .isZero();
  }

  @Test
  void wrongUseIsOnePlainLine() {
    String token = Shop.tokens("ecb").get(0);
    usage("missing: --role account|from|to, or --set for three tokens", token);
    usage("give --role for one token or --set for three, not both", "--set", "--role", "to", token);
    usage("--role: it is one of account, from, to", "--role", "caller", token);
    usage("missing: TOKEN (or - to read it from standard input)", "--role", "to");
    usage("--role is for one token; for three give --set", "--role", "to", token, token);
    usage(
        "--set takes three tokens, ACCOUNT FROM TO (or - for three lines), not 2",
        "--set",
        token,
        token);
    usage(
        "--to, --from, --binding and --one-iv are for a set; add --set",
        "--role",
        "to",
        "--to",
        "*",
        token);
    usage("--binding: it is one of any, equals-to, equals-from", "--set", "--binding", "to", token);
    usage(
        "--to: it begins with sip:, which is added by itself; drop it",
        "--set",
        "--to",
        "sip:*@example.com",
        token);
    usage(
        "--skew: at most 1h; clocks that differ more need repair",
        "--role",
        "to",
        "--skew",
        "2h",
        token);
    usage("--one-iv goes with --cipher cbc; ecb has no IV", "--set", "--one-iv", "-");
  }

  private static void usage(String message, String... options) {
    Result result = Shop.verify("ecb", options);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("jeton: " + message + "\nTry: jeton verify kandy --help\n");
  }
}
