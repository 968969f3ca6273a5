package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.kandy.Callee.Ring;
import dev.jeton.server.settings.SectionReading;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.KandyCipher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KandySettingsSectionTest {
  private static final Map<String, String> PLAIN =
      Map.of("KANDY_REALM", "Poc.com", "KANDY_SECURITY_KEY", Realms.CBC_KEY);

  @TempDir
  private Path folder;

  @Test
  void withoutSettingsThereIsNoRealmAndNobodyTakesCallsWithoutTokens() {
    KandyRealms realms = read(Map.of());
    Callees callees = new Callees(settings(Map.of()).callees());
    assertThat(realms.all()).isEmpty();
    assertThat(realms.standard()).isEmpty();
    assertThat(takesUnrestricted(callees, Identity.of("help@example.com"))).isFalse();
  }

  @Test
  void aNameAndAKeyMakeARealmWithTheSafeDefaults() {
    KandyRealm realm = read(PLAIN).standard().orElseThrow();
    assertThat(realm.name()).isEqualTo("Poc.com");
    assertThat(realm.cipher()).isEqualTo(KandyCipher.CBC);
    assertThat(realm.spec().window().duration()).isEqualTo(Duration.ofMinutes(10));
    assertThat(realm.spec().convention()).isEqualTo(Convention.A);
    assertThat(realm.spec().binding()).isEqualTo(AccountBinding.ANY);
    assertThat(realm.callers().first()).contains(Convention.ANONYMOUS);
    assertThat(realm.spec().to().isEmpty()).isTrue();
  }

  @Test
  void everySettingIsReadFromItsOldEnvironmentName() {
    KandySettings settings = settings(Map.ofEntries(
        Map.entry("KANDY_REALM", "r.example"),
        Map.entry("KANDY_SECURITY_KEY", Realms.ECB_KEY),
        Map.entry("KANDY_SECURITY_KEY_PREVIOUS", "mB3xC7nV" + "qW9eR2tY"),
        Map.entry("KANDY_SECURITY_KEY_PREVIOUS_UNTIL", "2026-12-31T18:00:00Z"),
        Map.entry("KANDY_CIPHER", "ECB"),
        Map.entry("KANDY_DURATION", "3600"),
        Map.entry("KANDY_TIMESTAMPS", "milliseconds-or-seconds"),
        Map.entry("KANDY_CONVENTION", "c"),
        Map.entry("KANDY_ACCOUNT", "service@example.com, line-*@example.com"),
        Map.entry("KANDY_ACCOUNT_BINDING", "equals-from"),
        Map.entry("KANDY_IV", "per-set"),
        Map.entry("KANDY_FROM", "guest-*, web@example.com"),
        Map.entry("KANDY_TO", "*@sales.example.com, help@example.com"),
        Map.entry("KANDY_UNRESTRICTED", "lobby@example.com")));
    KandyRealm realm = new KandyRealms(settings).named("R.EXAMPLE").orElseThrow();
    Callees callees = new Callees(settings.callees());
    assertThat(realm.cipher()).isEqualTo(KandyCipher.ECB);
    assertThat(realm.spec().window().duration()).isEqualTo(Duration.ofHours(1));
    assertThat(realm.spec().convention()).isEqualTo(Convention.C);
    assertThat(realm.spec().binding()).isEqualTo(AccountBinding.EQUALS_FROM);
    assertThat(realm.spec().accounts().first()).contains(Identity.of("service@example.com"));
    assertThat(realm.callers().first()).contains(Identity.of("web@example.com"));
    assertThat(realm.callers().allow(Convention.ANONYMOUS)).isFalse();
    assertThat(realm.spec().to().only()).contains(Identity.of("help@example.com"));
    assertThat(realm.rules().sameIv()).isTrue();
    assertThat(takesUnrestricted(callees, Identity.of("lobby@EXAMPLE.com"))).isTrue();
    assertThat(takesUnrestricted(callees, Identity.of("help@example.com"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "cbc, 15, 'it has 15 bytes, need 32'",
    "cbc, 16, 'it has 16 bytes, need 32; if the portal says ECB, set kandy.cipher to ecb'",
    "cbc, 33, 'it has 33 bytes, need 32'",
    "ecb, 17, 'it has 17 bytes, need 16'",
    "ecb, 32, 'it has 32 bytes, need 16; if the portal says CBC, set kandy.cipher to cbc'",
  })
  void aKeyOfAWrongLengthIsToldWithItsBytes(String cipher, int length, String wrong) {
    String key = (Realms.CBC_KEY + "x").substring(0, length);
    List<String> faults = faults(and("KANDY_CIPHER", cipher, "KANDY_SECURITY_KEY", key));
    assertThat(faults).singleElement().asString().startsWith("kandy.security-key: " + wrong);
    assertThat(faults).noneMatch(line -> line.contains(key));
  }

  @Test
  void bytesCountAndNotCharacters() {
    String sixteenCharacters = "tR8kP2vNx5Lq9Wö" + "ö";
    assertThat(faults(and("KANDY_CIPHER", "ecb", "KANDY_SECURITY_KEY", sixteenCharacters)))
        .singleElement()
        .asString()
        .contains("18 bytes, need 16");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "your-security-key-goes-here-now!",
        "abcabcabcabcabcabcabcabcabcabcab",
        "00000000000000000000000000000000",
        "0123456789abcdef0123456789abcdef"
      })
  void placeholdersAndOtherKeysThatAnybodyCouldGuessAreRefused(String key) {
    List<String> faults = faults(and("KANDY_SECURITY_KEY", key));
    assertThat(faults).singleElement().asString().contains("make a new Security Key");
    assertThat(faults).noneMatch(line -> line.contains(key));
  }

  @Test
  void thePreviousKeyNeedsAnEndAndHasToDiffer() {
    assertThat(faults(and("KANDY_SECURITY_KEY_PREVIOUS", Realms.OTHER_CBC_KEY)))
        .singleElement()
        .asString()
        .contains("without its end");
    assertThat(faults(and(
            "KANDY_SECURITY_KEY_PREVIOUS",
            Realms.CBC_KEY,
            "KANDY_SECURITY_KEY_PREVIOUS_UNTIL",
            "2026-12-31T18:00:00Z")))
        .singleElement()
        .asString()
        .contains("equals the current one");
    assertThat(faults(and("KANDY_SECURITY_KEY_PREVIOUS_UNTIL", "tomorrow"))).hasSize(2);
    KandyRealm realm = read(and(
            "KANDY_SECURITY_KEY_PREVIOUS",
            Realms.OTHER_CBC_KEY,
            "KANDY_SECURITY_KEY_PREVIOUS_UNTIL",
            "2026-12-31T18:00:00Z"))
        .all()
        .get(0);
    Instant end = Instant.parse("2026-12-31T18:00:00Z");
    assertThat(realm.signing(end).orElseThrow().secret()).isEqualTo(Realms.secret(KandyCipher.CBC));
    assertThat(realm.keys().verifying(end.minusMillis(1))).hasSize(2);
    assertThat(realm.keys().verifying(end)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "KANDY_CIPHER, gcm",
    "KANDY_CONVENTION, E",
    "KANDY_DURATION, 0",
    "KANDY_DURATION, 3601",
    "KANDY_DURATION, 2h",
    "KANDY_TO, sip:help@example.com",
    "KANDY_TO, 'help@example.com,'",
    "KANDY_FROM, a;b",
    "KANDY_ACCOUNT_BINDING, both",
    "KANDY_UNRESTRICTED, sip:help@example.com",
    "KANDY_ACCOUNT_BINDING, equals-from",
  })
  void aWrongValueIsAFault(String name, String value) {
    assertThat(faults(and(name, value))).hasSize(1);
  }

  @Test
  void conventionsThatLackWhatTheyNeedAreRefused() {
    assertThat(faults(and("KANDY_CONVENTION", "B")))
        .singleElement()
        .asString()
        .startsWith("kandy.account: convention B needs it");
    assertThat(faults(and("KANDY_CONVENTION", "D")))
        .singleElement()
        .asString()
        .startsWith("kandy.from: convention D needs it");
    assertThat(faults(and("KANDY_CONVENTION", "C", "KANDY_ACCOUNT_BINDING", "equals-to")))
        .singleElement()
        .asString()
        .startsWith("kandy.account-binding: under convention C");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Map<String, String> wrong = Map.of(
        "KANDY_SECURITY_KEY",
        "short",
        "KANDY_CIPHER",
        "des",
        "KANDY_DURATION",
        "1d",
        "KANDY_TO",
        "sip:x@y");
    assertThat(faults(wrong)).hasSize(5).noneMatch(line -> line.contains("\"short\""));
  }

  @Test
  void realmsAndPresetsComeFromTheFile() throws IOException {
    file("""
        kandy:
          realms:
            one:
              realm: realm1.com
              security-key: %s
              cipher: ecb
              to: [user1@domain.com, "*@sales.domain.com"]
            two:
              security-key: %s
              to: user2@domain.com
              default: true
          presets:
            tokenized-without-landingpage:
              realm: REALM1.com
              account: user1@domain.com
              from: anonymous@invalid.com
              to: user1@domain.com
            short:
              to: user2@domain.com
        """.formatted(Realms.ECB_KEY, Realms.CBC_KEY));
    KandyRealms realms = read(Map.of());
    assertThat(realms.all()).extracting(KandyRealm::name).containsExactly("realm1.com", "two");
    assertThat(realms.standard()).contains(realms.all().get(1));
    Preset preset = realms.preset("tokenized-without-landingpage").orElseThrow();
    assertThat(preset.realm().name()).isEqualTo("realm1.com");
    assertThat(preset.wish().account()).contains(Identity.of("user1@domain.com"));
    assertThat(realms.preset("short").orElseThrow().realm().name()).isEqualTo("two");
    assertThat(realms.preset("SHORT")).isEmpty();
  }

  @Test
  void realmsThatCannotBeToldApartAreRefused() throws IOException {
    file("""
        kandy:
          realms:
            one:
              realm: Realm.com
              security-key: %s
              default: yes
            two:
              realm: realm.COM
              security-key: %s
              security-key-previous: %s
              security-key-previous-until: 2026-12-31T18:00:00Z
              default: yes
        """.formatted(Realms.CBC_KEY, Realms.OTHER_CBC_KEY, Realms.CBC_KEY));
    List<String> faults = faults(Map.of());
    assertThat(faults)
        .hasSize(3)
        .anyMatch(line -> line.contains("whatever the letter case"))
        .anyMatch(line -> line.contains("is also a key of kandy.realms.one"))
        .anyMatch(line -> line.contains("is the default too"))
        .noneMatch(line -> line.contains(Realms.CBC_KEY));
  }

  @Test
  void presetsHaveToFitTheirRealm() throws IOException {
    file("""
        kandy:
          realm: r
          security-key: %s
          to: help@example.com
          presets:
            stranger: {to: ceo@example.com}
            forger: {to: help@example.com, from: ceo@example.com}
            nowhere: {to: help@example.com, realm: s}
            nobody: {from: anonymous@invalid.com}
            sip: {to: "sip:help@example.com"}
        """.formatted(Realms.CBC_KEY));
    assertThat(faults(Map.of()))
        .hasSize(5)
        .anyMatch(line -> line.startsWith("kandy.presets.stranger.to"))
        .anyMatch(line -> line.startsWith("kandy.presets.forger.to"))
        .anyMatch(line -> line.startsWith("kandy.presets.nowhere.realm"))
        .anyMatch(line -> line.startsWith("kandy.presets.nobody.to: it is missing"))
        .anyMatch(line -> line.startsWith("kandy.presets.sip.to"));
  }

  private void file(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("jeton.yaml"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static boolean takesUnrestricted(Callees callees, Identity callee) {
    Ring ring = new Ring(
        callee.text(), Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH);
    return callees.answer(ring) instanceof Outcome.Accepted;
  }

  private static Map<String, String> and(String... more) {
    Map<String, String> all = new HashMap<>(PLAIN);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private KandyRealms read(Map<String, String> environment) {
    return new KandyRealms(settings(environment));
  }

  private KandySettings settings(Map<String, String> environment) {
    return SectionReading.read(new KandySettingsSection(), folder, environment);
  }

  private List<String> faults(Map<String, String> environment) {
    return SectionReading.faults(new KandySettingsSection(), folder, environment);
  }
}
