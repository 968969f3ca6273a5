package dev.jeton.server.hub;

import static dev.jeton.server.hub.Libp2pPrivateKeys.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSettingsSectionTest {
  private static final Libp2pPrivateKey KEY = Libp2pPrivateKey.random(new Random(1));
  private static final Libp2pPrivateKey OTHER = Libp2pPrivateKey.random(new Random(2));

  @TempDir
  Path folder;

  @Test
  void withNothingSetTheServerIsToMakeAKeyOfItsOwn() {
    HubSettings hub = read(Map.of());
    assertThat(hub.issuers()).isEmpty();
    assertThat(hub.ownTokens())
        .isEqualTo(new TokenShape(TokenForm.DEFAULT, Duration.ofHours(24), "hub"));
    assertThat(hub.challenge()).isEqualTo(new ChallengeForm.Bare());
    assertThat(hub.deadline()).hasSeconds(60);
    assertThat(hub.acceptEdDsa()).isFalse();
  }

  @Test
  void everySettingIsRead() {
    HubSettings hub = read(Map.of(
        "HUB_ISSUER_KEY", text(KEY),
        "JETON_HUB_TOKEN_FORM", "hub-exact",
        "JETON_HUB_TOKEN_LIFETIME", "10m",
        "JETON_HUB_AUDIENCE", "chat",
        "JETON_HUB_CHALLENGE", "structured",
        "JETON_HUB_DOMAIN", "hub.example.org:8443",
        "JETON_HUB_CHALLENGE_DEADLINE", "5m",
        "JETON_HUB_ACCEPT_EDDSA", "true"));
    HubIssuer issuer = hub.issuers().get(0);
    assertThat(issuer.name()).isEqualTo("default");
    assertThat(issuer.publicKey()).isEqualTo(KEY.publicKey());
    assertThat(issuer.tokens())
        .isEqualTo(new TokenShape(TokenForm.HUB_EXACT, Duration.ofMinutes(10), "chat"));
    assertThat(hub.challenge()).isEqualTo(new ChallengeForm.Structured("hub.example.org:8443"));
    assertThat(hub.deadline()).hasMinutes(5);
    assertThat(hub.acceptEdDsa()).isTrue();
    assertThat(hub.marked()).isEmpty();
  }

  @Test
  void severalIssuersStandInTheFileAndOneIsTheDefault() throws IOException {
    write("""
        hub:
          issuers:
            chat:
              issuer-key: %s
              audience: chat
            files:
              issuer-key: %s
              token-lifetime: 1h
              default: true
        """.formatted(text(KEY), text(OTHER)));
    HubSettings hub = read(Map.of());
    assertThat(hub.issuers()).extracting(HubIssuer::name).containsExactly("chat", "files");
    assertThat(hub.issuers().get(0).tokens().audience()).isEqualTo("chat");
    assertThat(hub.issuers().get(1).tokens().lifetime()).hasHours(1);
    assertThat(hub.marked()).contains("files");
  }

  @Test
  void ofSeveralIssuersNoneIsTheDefaultUnlessItIsMarked() throws IOException {
    write("""
        hub:
          issuers:
            chat: {issuer-key: %s}
            files: {issuer-key: %s}
        """.formatted(text(KEY), text(OTHER)));
    assertThat(read(Map.of()).marked()).isEmpty();
  }

  @Test
  void theSameKeyTwiceAndTwoDefaultsAreFaults() throws IOException {
    write("""
        hub:
          issuers:
            chat: {issuer-key: %s, default: true}
            files: {issuer-key: %s, default: true}
            default: {issuer-key: %s}
        """.formatted(text(OTHER), text(KEY), text(KEY)));
    List<String> faults = faults(Map.of("HUB_ISSUER_KEY", text(KEY)));
    assertThat(faults)
        .hasSize(3)
        .anyMatch(line -> line.startsWith("hub.issuers.files.issuer-key")
            && line.contains("issuer default has the same key"))
        .anyMatch(line -> line.startsWith("hub.issuers.files.default")
            && line.contains("issuer chat is the default too"))
        .anyMatch(line -> line.startsWith("hub.issuers.default.issuer-key")
            && line.contains("the name default is taken"))
        .noneMatch(line -> line.contains(text(KEY)));
  }

  @Test
  void whatIsSaidOfTokensOfAnIssuerThatIsNotThereIsAFault() throws IOException {
    write("hub:\n  issuers:\n    chat: {issuer-key: %s}\n".formatted(text(KEY)));
    assertThat(faults(Map.of("JETON_HUB_AUDIENCE", "chat")))
        .singleElement()
        .asString()
        .startsWith("hub.audience")
        .contains("there is none");
  }

  @Test
  void anIssuerWithoutAKeyIsAFault() throws IOException {
    write("hub:\n  issuers:\n    chat: {audience: chat}\n");
    assertThat(faults(Map.of()))
        .singleElement()
        .asString()
        .startsWith("hub.issuers.chat.issuer-key: it is missing");
  }

  @Test
  void aKeyThatIsPublishedIsRefusedInEverySpelling() {
    Libp2pPrivateKey published = Libp2pPrivateKey.ofSeed(Secret.ofBytes(new byte[32]));
    assertThat(faults(Map.of("HUB_ISSUER_KEY", text(published))))
        .singleElement()
        .asString()
        .startsWith("hub.issuer-key")
        .doesNotContain(text(published));
  }

  @ParameterizedTest
  @CsvSource({
    "HUB_ISSUER_KEY,bnonsense,hub.issuer-key",
    "JETON_HUB_TOKEN_FORM,exact,hub.token-form",
    "JETON_HUB_TOKEN_LIFETIME,9s,hub.token-lifetime",
    "JETON_HUB_TOKEN_LIFETIME,31d,hub.token-lifetime",
    "JETON_HUB_AUDIENCE,two words,hub.audience",
    "JETON_HUB_CHALLENGE,signed,hub.challenge",
    "JETON_HUB_CHALLENGE,structured,hub.challenge",
    "JETON_HUB_DOMAIN,hub.example.org,hub.domain",
    "JETON_HUB_DOMAIN,https://hub.example.org,hub.domain",
    "JETON_HUB_CHALLENGE_DEADLINE,0s,hub.challenge-deadline",
    "JETON_HUB_CHALLENGE_DEADLINE,11m,hub.challenge-deadline",
    "JETON_HUB_ACCEPT_EDDSA,perhaps,hub.accept-eddsa",
  })
  void aWrongValueIsAFaultOfItsKey(String name, String value, String key) {
    assertThat(faults(Map.of(name, value))).isNotEmpty().allMatch(line -> line.startsWith(key));
  }

  private HubSettings read(Map<String, String> environment) {
    return SectionReading.read(new HubSettingsSection(), folder, environment);
  }

  private List<String> faults(Map<String, String> environment) {
    return SectionReading.faults(new HubSettingsSection(), folder, environment);
  }

  private void write(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("jeton.yaml"), yaml);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
