package dev.jeton.cli.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import org.junit.jupiter.api.Test;

class InspectKandyTest {

  @Test
  void anEcbTokenMayBeOne() {
    String token = "876f714b2cf763720216cac84a282460199eeda3ff9843de58045c7bd44bd653";
    Result result = Run.bare().jeton("inspect", token);
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
            may be Kandy ECB, nothing is verified
              cipher      AES-128-ECB
              ciphertext  32 bytes, for a text of 16..31
            """);
    assertThat(Run.bare().jeton("inspect", "--json", token).line())
        .isEqualTo("{\"recognised\":true,\"certain\":false,\"verified\":false,"
            + "\"platform\":\"kandy\",\"cipher\":\"ecb\",\"ciphertextLength\":32}");
  }

  @Test
  void aCbcTokenMayBeOneAndShowsItsIv() {
    String token =
        "DBE753CD45EEEDE04D19B546C674553A29605EDBA079DAE3BEF525B65F871451ribbon1234567890"
            + "E3AF7D5500439E8AF2FCE58682D572DCAF0B678B31FDA28A96506E729151C848"
            + "BFACD15A4C02A8F8BDFFD28F751ECF51";
    assertThat(Run.bare().jeton("inspect", token).out()).isEqualTo("""
            may be Kandy CBC, nothing is verified
              cipher      AES-256-CBC
              ciphertext  48 bytes, for a text of 32..47
              iv          ribbon1234567890
            """);
    assertThat(Run.bare().jeton("inspect", "--json", token).line())
        .contains("\"ciphertextLength\":48,\"iv\":\"ribbon1234567890\"}");
  }

  @Test
  void helpExplainsTheChoices() {
    assertThat(Run.bare().jeton("mint", "kandy", "--help").out())
        .containsSubsequence(
            "\nRealm\n",
            "--realm",
            "--cipher",
            "--secret-file",
            "\nWho calls whom\n",
            "--to",
            "--from",
            "--account",
            "--convention",
            "\nToken\n",
            "--one-iv",
            "\nTime\n",
            "--duration",
            "\nOutput\n",
            "--json",
            "\nExamples\n");
    Result verify = Run.bare().jeton("verify", "kandy", "--help");
    assertThat(verify.out())
        .containsSubsequence(
            "\nRealm\n",
            "\nOne token or a set\n",
            "--role",
            "--set",
            "--binding",
            "\nChecks\n",
            "--skew",
            "--require-all",
            "\nTime\n",
            "--duration",
            "--legacy-seconds",
            "--at",
            "\nExamples\n");
    assertThat(verify.out().lines()).allMatch(line -> line.length() <= 100);
  }
}
