package dev.jeton.server.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import dev.jeton.tokens.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultSectionTest {
  @TempDir
  Path folder;

  @Test
  void byDefaultTheKeyLiesInTheDataFolder() {
    assertThat(read(Map.of()))
        .isEqualTo(new VaultSettings.InFile(folder.resolve("data/master.key"), true));
  }

  @Test
  void aFileIsNamedAndNotReadYet() {
    assertThat(read(Map.of("JETON_MASTER_KEY_FILE", "/run/keys/jeton.key")))
        .isEqualTo(new VaultSettings.InFile(Path.of("/run/keys/jeton.key"), false));
    assertThat(read(Map.of("JETON_VAULT_MASTER_KEY_FILE", "data/keys/jeton.key")))
        .isEqualTo(new VaultSettings.InFile(folder.resolve("data/keys/jeton.key"), true));
  }

  @Test
  void aFileCanBeNamedInJetonYaml() throws Exception {
    Files.writeString(folder.resolve("jeton.yaml"), "vault:\n  master-key-file: /k\n");
    assertThat(read(Map.of())).isEqualTo(new VaultSettings.InFile(Path.of("/k"), false));
  }

  @Test
  void theKeyCanBeText() {
    assertThat(read(Map.of("JETON_MASTER_KEY", "jmk1_x")))
        .isEqualTo(new VaultSettings.Given(Secret.ofText("jmk1_x")));
  }

  @Test
  void textAndFileAtOnceAreRefused() {
    assertThat(faults(Map.of("JETON_MASTER_KEY", "x", "JETON_MASTER_KEY_FILE", "/k")))
        .anyMatch(line -> line.startsWith("vault.master-key: it is given both"));
  }

  @Test
  void everySettingOfAKmsIsRead() throws Exception {
    Path token = Files.writeString(folder.resolve("t"), "token\n");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    assertThat(read(Map.of(
            "JETON_VAULT_TRANSIT_URL", "https://bao.example:8200",
            "JETON_VAULT_TRANSIT_KEY", "jeton",
            "JETON_VAULT_TRANSIT_MOUNT", "team/transit",
            "JETON_VAULT_TRANSIT_TOKEN_FILE", "t")))
        .isEqualTo(new VaultSettings.Transit(
            URI.create("https://bao.example:8200"),
            "team/transit",
            "jeton",
            Secret.ofText("token")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bao.example:8200",
        "https://user:word@bao.example",
        "https://bao.example/?token=x",
        "https://bao.example/v1",
        "bao.example:8200",
        "http://127.0.0.1.example"
      })
  void anAddressThatIsNoneOrNotSafeIsRefused(String url) {
    assertThat(faults(kms(url))).anyMatch(line -> line.startsWith("vault.transit-url: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8200", "http://localhost:8200", "http://[::1]:8200/"})
  void plainHttpIsForThisMachine(String url) {
    assertThat(faults(kms(url))).isEmpty();
  }

  @Test
  void whatIsMissingOrTooMuchForAKmsIsTold() {
    assertThat(faults(Map.of("JETON_VAULT_TRANSIT_URL", "https://bao.example")))
        .anyMatch(line -> line.startsWith("vault.transit-key: it is missing"))
        .anyMatch(line -> line.startsWith("vault.transit-token: it is missing"));
    assertThat(faults(Map.of("JETON_VAULT_TRANSIT_KEY", "jeton")))
        .anyMatch(line -> line.startsWith("vault.transit-key: it is for a KMS"));
    assertThat(faults(Map.of(
            "JETON_VAULT_TRANSIT_URL", "https://bao.example",
            "JETON_VAULT_TRANSIT_KEY", "jeton",
            "JETON_VAULT_TRANSIT_TOKEN", "t",
            "JETON_MASTER_KEY", "k")))
        .singleElement()
        .asString()
        .startsWith("vault.master-key: vault.transit-url names another place");
  }

  private static Map<String, String> kms(String url) {
    return Map.of(
        "JETON_VAULT_TRANSIT_URL", url,
        "JETON_VAULT_TRANSIT_KEY", "jeton",
        "JETON_VAULT_TRANSIT_TOKEN", "t");
  }

  private VaultSettings read(Map<String, String> given) {
    return SectionReading.read(new VaultSection(), folder, given);
  }

  private List<String> faults(Map<String, String> given) {
    return SectionReading.faults(new VaultSection(), folder, given);
  }
}
