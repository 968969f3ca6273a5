package dev.jeton.server.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunbirdSettingsSectionTest {
  private static final String KEY = "4c1d90f27ab34e8f9a6b5d3c2e1f0a9b";
  private static final String SECRET = "mT4vQ9xLr2Wb7Kd0" + "Zs8Yh3Nc6Pf1Gj5U";
  private static final String OTHER = "q8Ry5Tb1Mn6Zx4Cv" + "W2Ek7Hs9Jd3Lf0Gp";
  private static final String KONG_SAMPLE = "e71829c351aa4242" + "c2719cbfbe671c09";

  @TempDir
  Path folder;

  @Test
  void withoutSettingsThereIsNoCredential() {
    assertThat(read(Map.of())).isEqualTo(new SunbirdSettings(List.of(), Optional.empty()));
  }

  @Test
  void aKeyAndASecretMakeAStrictCredentialForFiveMinutes() {
    SunbirdSettings settings = read(Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_SECRET", SECRET));
    assertThat(settings.standard()).contains("default");
    CredentialSpec credential = settings.credentials().get(0).spec();
    assertThat(credential.key()).isEqualTo(KEY);
    assertThat(credential.profile()).isEqualTo(Profile.STRICT);
    assertThat(credential.maximumLifetime()).hasSeconds(300);
    assertThat(credential.algorithm()).isEqualTo(Algorithm.HS256);
    assertThat(settings.credentials().get(0).secret()).isPresent();
    assertThat(credential.grants()).isEmpty();
  }

  @Test
  void aSecretThatCannotBeReadIsToldOfOnce() {
    assertThat(faults(Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_SECRET", "")))
        .singleElement()
        .asString()
        .startsWith("sunbird.secret: it is set but empty");
    assertThat(faults(Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_SECRET_FILE", "no-such-file")))
        .singleElement()
        .asString()
        .startsWith("sunbird.secret: ")
        .contains("no-such-file");
  }

  @Test
  void everyKeyIsMapped() {
    String encoded = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((SECRET + OTHER + "\u00fb\u00ff").getBytes(StandardCharsets.UTF_8));
    CredentialSpec credential = read(Map.of(
            "JETON_SUNBIRD_KEY", KEY,
            "JETON_SUNBIRD_SECRET", encoded,
            "JETON_SUNBIRD_SECRET_ENCODING", "base64url",
            "JETON_SUNBIRD_ALGORITHM", "HS512",
            "JETON_SUNBIRD_PROFILE", "legacy",
            "JETON_SUNBIRD_MAX_LIFETIME", "30d",
            "JETON_SUNBIRD_ALLOW", "no-expiry"))
        .credentials()
        .get(0)
        .spec();
    assertThat(credential.profile()).isEqualTo(Profile.LEGACY);
    assertThat(credential.maximumLifetime()).isEqualTo(Duration.ofDays(30));
    assertThat(credential.algorithm()).isEqualTo(Algorithm.HS512);
    assertThat(credential.grants()).isEqualTo(Set.of(Grant.NO_EXPIRY));
  }

  @ParameterizedTest
  @CsvSource({"RSA,RS256", "Ed25519,Ed25519", "EC,ES256"})
  void aPrivateKeyIsTheSecretAndAPublicKeyStandsInItsPlace(String type, String algorithm)
      throws Exception {
    KeyPair pair = SunbirdKeys.pair(type);
    Map<String, String> given =
        new HashMap<>(Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_ALGORITHM", algorithm));
    given.put("SUNBIRD_SECRET", SunbirdKeys.privatePem(pair));
    assertThat(read(given).credentials().get(0).secret()).isPresent();

    given.put("SUNBIRD_PUBLIC_KEY", SunbirdKeys.publicPem(pair));
    assertThat(faults(given)).singleElement().asString().contains("keep one of the two");

    given.remove("SUNBIRD_SECRET");
    assertThat(read(given).credentials().get(0).secret()).isEmpty();

    given.put("SUNBIRD_ALGORITHM", algorithm.equals("RS256") ? "ES256" : "RS256");
    assertThat(faults(given)).singleElement().asString().contains("not a public key for");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          HS256 | strict | 31 | too short: HS256
          HS384 | strict | 47 | too short: HS384
          HS512 | strict | 63 | too short: HS512
          HS256 | strict | 32 |
          HS384 | strict | 48 |
          HS512 | strict | 64 |
          HS512 | legacy | 32 |
          HS256 | legacy | 16 |
          HS256 | legacy | 15 | too short: 15 bytes
          """)
  void aSecretIsAsLongAsTheHashAndALegacyOneAtLeast16Bytes(
      String algorithm, String profile, int length, String wrong) {
    Map<String, String> given = Map.of(
        "SUNBIRD_KEY", KEY,
        "SUNBIRD_SECRET", (SECRET + OTHER).substring(0, length),
        "SUNBIRD_ALGORITHM", algorithm,
        "SUNBIRD_PROFILE", profile);
    if (wrong == null) {
      assertThat(read(given).credentials()).hasSize(1);
    } else {
      assertThat(faults(given)).singleElement().asString().contains(wrong);
    }
  }

  @Test
  void thePublishedSecretIsRefusedAlsoWhereItIsEncoded() {
    String encoded =
        Base64.getEncoder().encodeToString(KONG_SAMPLE.getBytes(StandardCharsets.UTF_8));
    assertThat(faults(Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_SECRET", KONG_SAMPLE)))
        .singleElement()
        .asString()
        .contains("sunbird.secret", "published")
        .doesNotContain(KONG_SAMPLE);
    assertThat(faults(Map.of(
            "SUNBIRD_KEY", KEY,
            "SUNBIRD_SECRET", encoded,
            "SUNBIRD_SECRET_ENCODING", "base64")))
        .singleElement()
        .asString()
        .contains("sunbird.secret", "published")
        .doesNotContain(encoded);
  }

  @Test
  void allFaultsAreToldAtOnceAndNoSecretIsRepeated() {
    List<String> faults = faults(Map.of(
        "SUNBIRD_KEY", "two words",
        "SUNBIRD_SECRET", "not!base64!but!long!enough!to!be!one",
        "SUNBIRD_SECRET_ENCODING", "base64",
        "SUNBIRD_PROFILE", "lax",
        "SUNBIRD_MAX_LIFETIME", "0",
        "SUNBIRD_ALLOW", "no-expiry, everything"));
    assertThat(faults)
        .hasSize(6)
        .anyMatch(line -> line.startsWith("sunbird.key"))
        .anyMatch(line -> line.startsWith("sunbird.secret") && line.contains("not base64"))
        .anyMatch(line -> line.startsWith("sunbird.profile"))
        .anyMatch(line -> line.startsWith("sunbird.max-lifetime"))
        .anyMatch(line -> line.startsWith("sunbird.allow") && line.contains("everything"))
        .anyMatch(line -> line.startsWith("sunbird.allow") && line.contains("strict"))
        .noneMatch(line -> line.contains("not!base64"));
    assertThat(faults(Map.of("SUNBIRD_ALGORITHM", "none")))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("sunbird.key: it is missing"))
        .anyMatch(line -> line.startsWith("sunbird.secret: it is missing"))
        .anyMatch(line -> line.startsWith("sunbird.algorithm"));
    assertThat(faults(Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_PUBLIC_KEY", "x")))
        .singleElement()
        .asString()
        .contains("HS256 has no public key");
  }

  @Test
  void severalCredentialsStandInTheFileAndOneMayBeTheDefault() throws Exception {
    SunbirdServer.secret(folder.resolve("jeton.yaml"), """
        sunbird:
          credentials:
            a: {key: key-a, secret: %s}
            b: {key: key-b, secret: %s, default: true}
        """.formatted(SECRET, SECRET));
    SunbirdSettings settings = read(Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_SECRET", SECRET));
    assertThat(settings.credentials())
        .extracting(given -> given.spec().name())
        .containsExactly("default", "a", "b");
    assertThat(settings.standard()).contains("b");
  }

  @Test
  void whatACallerNamesLeadsToOneCredential() throws Exception {
    SunbirdServer.secret(folder.resolve("jeton.yaml"), """
        sunbird:
          credentials:
            a: {key: one, secret: %s, default: true}
            b: {key: one, secret: %s, default: true}
            c: {key: a, secret: %s}
            one: {key: two, secret: %s}
            default: {key: three, secret: %s}
            C: {key: four, secret: %s}
        """.formatted(
            SECRET, SECRET, SECRET, SECRET, SECRET, SECRET));
    assertThat(faults(Map.of("SUNBIRD_KEY", KEY, "SUNBIRD_SECRET", SECRET)))
        .anyMatch(line -> line.startsWith("sunbird.credentials.b.key: credential a has the same"))
        .anyMatch(line -> line.startsWith("sunbird.credentials.b.default: credential a is the"))
        .anyMatch(line -> line.startsWith("sunbird.credentials.c.key: its name or key is the key"))
        .anyMatch(line -> line.startsWith("sunbird.credentials.one.key: its name or key is"))
        .anyMatch(line -> line.startsWith("sunbird.credentials.default.key: the name default is"))
        .anyMatch(line -> line.startsWith("sunbird.credentials.C.key: its name is that of"));
  }

  private SunbirdSettings read(Map<String, String> given) {
    return SectionReading.read(new SunbirdSettingsSection(), folder, given);
  }

  private List<String> faults(Map<String, String> given) {
    return SectionReading.faults(new SunbirdSettingsSection(), folder, given);
  }
}
