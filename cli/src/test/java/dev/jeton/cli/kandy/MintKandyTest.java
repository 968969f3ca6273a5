package dev.jeton.cli.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MintKandyTest {
  private static final String TRY = "Try: jeton mint kandy --help\n";

  @Test
  void printsTheThreeTokensOnePerLine() {
    Result ecb = Shop.mint("ecb", "--to", "help@example.com", "--from", "Guest 17");
    assertThat(ecb.status()).isZero();
    assertThat(ecb.err()).isEmpty();
    assertThat(ecb.out().lines()).hasSize(3).allMatch(line -> line.matches("([0-9a-f]{32})+"));
    Result cbc = Shop.mint("cbc", "--to", "help@example.com", "--from", "Guest 17");
    assertThat(cbc.out().lines())
        .hasSize(3)
        .allMatch(line -> line.matches("[0-9A-F]{64}[0-9A-Za-z]{16}([0-9A-F]{32})+"));
  }

  @Test
  void jsonHasTheNamesOfTheApi() {
    Result result = Shop.mint("ecb", "--to", "help@example.com", "--from", "Guest 17", "--json");
    assertThat(result.line())
        .matches("\\{\"platform\":\"kandy\",\"realm\":\"shop\",\"accountToken\":\"[0-9a-f]+\","
            + "\"fromToken\":\"[0-9a-f]+\",\"toToken\":\"[0-9a-f]+\","
            + "\"issuedAt\":\"2026-11-01T12:00:00Z\",\"expiresAt\":\"2026-11-01T12:10:00Z\"}");
    assertThat(Shop.mint("ecb", "--to", "a@b", "--duration", "60", "--json").line())
        .contains("\"expiresAt\":\"2026-11-01T12:01:00Z\"");
  }

  @ParameterizedTest
  @CsvSource({
    "A, , , help@example.com, sip:anonymous@invalid.com",
    "A, Guest, , help@example.com, sip:Guest",
    "A, Guest, desk@example.com, desk@example.com, sip:Guest",
    "B, , desk@example.com, desk@example.com, sip:desk@example.com",
    "C, me@example.com, , me@example.com, sip:me@example.com",
    "d, My Name, , My Name, sip:My Name"
  })
  void theConventionSaysWhoGoesWhere(
      String convention, String from, String account, String inAccount, String inFrom) {
    Run run = Shop.run("cbc");
    List<String> args = new ArrayList<>(
        List.of("mint", "kandy", "--to", "help@example.com", "--convention", convention));
    if (from != null) {
      args.addAll(List.of("--from", from));
    }
    if (account != null) {
      args.addAll(List.of("--account", account));
    }
    String tokens = run.jeton(args.toArray(String[]::new)).out();
    assertThat(Shop.verify(Shop.run("cbc").typing(tokens), "--set", "-").out())
        .contains("  account  " + inAccount + "\n")
        .contains("  from     " + inFrom + "\n")
        .contains("  to       sip:help@example.com\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--to, sip:help@example.com, 'it begins with sip:, which is added by itself; drop it'",
    "--from, SIP:me, 'it begins with sip:, which is added by itself; drop it'",
    "--account, sip:me, 'it begins with sip:, which is added by itself; drop it'",
    "--from, 'ceo@x;9999999999999', 'it holds a '';'''",
    "--from, '', it is empty"
  })
  void refusesWhatIsNoName(String option, String name, String why) {
    Result result = Shop.mint("cbc", "--to", "help@example.com", option, name);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("jeton: " + option + ": " + why + "\n" + TRY);
  }

  @Test
  void refusesWhatContradictsTheConvention() {
    assertThat(Shop.mint("cbc", "--to", "a@b", "--convention", "D", "--from", "me@b")
            .err())
        .isEqualTo("jeton: convention D takes a display name as caller: it must hold no '@';"
            + " see --from, --account and --convention\n" + TRY);
    assertThat(Shop.mint("cbc", "--to", "a@b", "--convention", "E").err())
        .isEqualTo("jeton: --convention: it is one of A, B, C, D\n" + TRY);
  }

  @ParameterizedTest
  @CsvSource({
    "ecb, Shop-Key-4711-xyz, '17 bytes, need 16'",
    "ecb, Shop-Key-4711-éé, '18 bytes, need 16'",
    "cbc, Shop-Key-4711-xy, '16 bytes, need 32'"
  })
  void aKeyOfTheWrongLengthIsAWrongSetting(String cipher, String key, String why) {
    Result result = Shop.run(cipher)
        .with("KANDY_SECURITY_KEY", key)
        .jeton("mint", "kandy", "--to", "help@example.com");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("jeton: KANDY_SECURITY_KEY: " + why + " (BAD_KEY_LENGTH)\n" + TRY);
  }

  @Test
  void aPublishedKeyIsOnlyWarnedOf() {
    Result result = Shop.run("ecb")
        .with("KANDY_SECURITY_KEY", "1234567890" + "abcdef")
        .jeton("mint", "kandy", "--to", "help@example.com");
    assertThat(result.status()).isZero();
    assertThat(result.err())
        .startsWith("warning: KANDY_SECURITY_KEY: it is ")
        .endsWith("; a server refuses such a secret\n");
  }

  @Test
  void takesTheKeyFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), Shop.CBC_KEY + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    String[] mint = {
      "mint",
      "kandy",
      "--realm",
      "r",
      "--cipher",
      "cbc",
      "--to",
      "a@b",
      "--secret-file",
      file.toString()
    };
    assertThat(Run.bare().jeton(mint).status()).isZero();
    assertThat(Run.bare()
            .with("KANDY_SECURITY_KEY_FILE", file.toString())
            .jeton("mint", "kandy", "--realm", "r", "--cipher", "CBC", "--to", "a@b")
            .status())
        .isZero();
  }

  @Test
  void needsRealmCipherCalleeAndKey() {
    Run bare = Run.bare();
    assertThat(bare.jeton("mint", "kandy", "--to", "a@b").err())
        .isEqualTo("jeton: missing: --realm R (or the variable KANDY_REALM)\n" + TRY);
    assertThat(bare.jeton("mint", "kandy", "--to", "a@b", "--realm", "r").err())
        .isEqualTo("jeton: missing: --cipher ecb|cbc (or the variable KANDY_CIPHER)\n" + TRY);
    assertThat(bare.jeton("mint", "kandy", "--realm", "r").err())
        .isEqualTo("jeton: missing: --to CALLEE\n" + TRY);
    assertThat(bare.jeton("mint", "kandy", "--to", "a@b", "--realm", "r", "--cipher", "ecb")
            .err())
        .startsWith("jeton: no Security Key: set KANDY_SECURITY_KEY or KANDY_SECURITY_KEY_FILE");
    assertThat(Run.bare()
            .with("KANDY_CIPHER", "aes")
            .jeton("mint", "kandy", "--to", "a@b", "--realm", "r")
            .err())
        .isEqualTo("jeton: KANDY_CIPHER: it is one of ecb, cbc\n" + TRY);
    assertThat(bare.jeton("mint", "kandy", "--to", "a@b", "--realm", "").err())
        .isEqualTo("jeton: --realm: it is empty\n" + TRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "367d", "99999999999999999999"})
  void refusesADurationOfNothingOrOverAYear(String duration) {
    assertThat(Shop.mint("ecb", "--to", "a@b", "--duration", duration).status()).isEqualTo(2);
  }
}
