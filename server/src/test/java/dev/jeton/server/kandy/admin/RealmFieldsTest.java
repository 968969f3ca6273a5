package dev.jeton.server.kandy.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.RealmSpec;
import dev.jeton.server.kandy.SetTracking;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.KandyCipher;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealmFieldsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String NAME = "\"name\":\"Shop\"";
  private static final String ALL = NAME
      + ",\"cipher\":\"ecb\",\"durationSeconds\":60,\"timestamps\":\"milliseconds-or-seconds\","
      + "\"description\":\"Front desk\",\"convention\":\"C\",\"accountBinding\":\"equals-from\","
      + "\"iv\":\"per-set\",\"accounts\":[\"a@example.com\"],\"from\":[\"guest-*\",\"*@b.example\"],"
      + "\"to\":[\"help@example.com\"],\"domains\":[\"example.com\"],"
      + "\"issuedOnly\":true,\"singleUse\":true,"
      + "\"presets\":{\"page\":{\"to\":\"help@example.com\",\"from\":\"guest-1\"}},"
      + "\"keyEndsAt\":\"2027-01-01T00:00:00Z\",\"default\":true";

  @Test
  void aNameIsEnoughAndTheDefaultsAreSafe() {
    RealmSpec realm = read(NAME);
    assertThat(realm.cipher()).isEqualTo(KandyCipher.CBC);
    assertThat(realm.window().duration()).hasSeconds(600);
    assertThat(realm.convention()).isEqualTo(Convention.A);
    assertThat(realm.to().isEmpty()).isTrue();
    assertThat(realm.keyEndsAt()).isEmpty();
    assertThat(realm.tracking()).isEqualTo(SetTracking.NONE);
    assertThat(realm.standard()).isFalse();
  }

  @Test
  void whatIsWrittenReadsTheSame() {
    for (String members : List.of(NAME, ALL)) {
      RealmSpec realm = read(members);
      Fields written = Fields.of(Json.object(json -> RealmFields.write(realm, json)));
      assertThat(RealmFields.read(written)).isEqualTo(realm);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\" Shop\"|name: it must be",
        "\"name\":\"a\\nb\"|name: it must be",
        "\"name\":\"s\",\"cipher\":\"gcm\"|cipher must be one of ecb, cbc",
        "\"name\":\"s\",\"durationSeconds\":0|durationSeconds must be a whole number from 1 to 3600",
        "\"name\":\"s\",\"durationSeconds\":3601|from 1 to 3600",
        "\"name\":\"s\",\"to\":[\"sip:a@b\"]|to: it begins with sip:",
        "\"name\":\"s\",\"convention\":\"B\"|accounts: convention B needs it",
        "\"name\":\"s\",\"accountBinding\":\"equals-from\"|accountBinding: under convention A",
        "\"name\":\"s\",\"domains\":[\"*.example.com\"]|domains: give at most",
        "\"name\":\"s\",\"domains\":[\"a@b\"]|domains: give at most",
        "\"name\":\"s\",\"keyEndsAt\":\"tomorrow\"|keyEndsAt: it must be a time",
        "\"name\":\"s\",\"presets\":{\"p\":{\"to\":\"a@b\"}}|presets.p: this callee may not be",
        "\"name\":\"s\",\"presets\":{\"p\":{}}|presets.p.to is missing",
        "\"name\":\"s\",\"securitykey\":\"x\"|is not known here",
      })
  void whatCannotBeIsRefusedWithWhatWouldBeRight(String members, String detail) {
    Refused refused = catchThrowableOfType(Refused.class, () -> read(members));
    assertThat(refused.problem().status()).isEqualTo(400);
    assertThat(refused.problem().detail()).contains(detail);
  }

  @Test
  void keysThatAreMadeAreLettersAndDigitsAsManyAsTheCipherTakes() {
    SecurityKeyRules rules = new SecurityKeyRules();
    for (String cipher : List.of("ecb", "cbc")) {
      RealmSpec realm = read(NAME + ",\"cipher\":\"" + cipher + "\"");
      Secret key = rules.make(realm, new Random(7));
      assertThat(key.length()).isEqualTo(realm.cipher().keyBytes());
      rules.check(realm, key);
      assertThat(key).isNotEqualTo(rules.make(realm, new Random(8)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cbc, realm1-secret-key, it has 17 bytes, wrong-secret",
    "cbc, tR8kP2vNx5Lq9WzC, it is a key for ecb, wrong-secret",
    "ecb, abcabcabcabcabca, securityKey:, published-secret",
  })
  void keysThatCannotOrMustNotBeAreRefusedWithoutRepeatingThem(
      String cipher, String key, String detail, String code) {
    RealmSpec realm = read(NAME + ",\"cipher\":\"" + cipher + "\"");
    Refused refused = catchThrowableOfType(
        Refused.class, () -> new SecurityKeyRules().check(realm, Secret.ofText(key)));
    assertThat(refused.problem().code()).isEqualTo(code);
    assertThat(refused.problem().detail()).contains(detail).doesNotContain(key);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00Z, ended at",
    "2026-11-21T12:00:01Z, ends at",
    "2026-12-05T12:00:00Z, ends at",
    "2026-12-05T12:00:01Z, ''",
  })
  void theEndOfAKeyIsWarnedOfFourteenDaysBefore(String end, String warning) {
    Stored<RealmSpec> realm =
        stored("a", NAME + ",\"to\":[\"*\"],\"keyEndsAt\":\"" + end + "\"", "x");
    List<String> warnings = RealmWarnings.of(realm, NOW);
    if (warning.isEmpty()) {
      assertThat(warnings).isEmpty();
    } else {
      assertThat(warnings).singleElement().asString().contains(warning);
    }
  }

  @Test
  void anIdentifierNamesOneCallInAllRealms() {
    String page = ",\"to\":[\"*\"],\"presets\":{\"page\":{\"to\":\"help@example.com\"}}";
    Stored<RealmSpec> one = stored("a", NAME + page, "x");
    Stored<RealmSpec> other = stored("b", "\"name\":\"desk\"" + page, "y");
    assertThat(code(one, other)).isEqualTo("identifier-taken");
  }

  @Test
  void noTwoRealmsShareAKey() {
    Stored<RealmSpec> one = stored("a", NAME, "x");
    assertThat(code(one, stored("b", "\"name\":\"desk\"", "x"))).isEqualTo("shared-key");
  }

  private static String code(Stored<RealmSpec> one, Stored<RealmSpec> other) {
    Refused refused = catchThrowableOfType(
        Refused.class, () -> RealmChecks.check(one, List.of(one, other), List.of()));
    return refused.problem().code();
  }

  /** With a key of 32 letters. */
  private static Stored<RealmSpec> stored(String id, String members, String letter) {
    return new Stored<>(
        id,
        read(members),
        KeyVersions.startingWith(KeyVersion.prepared("k", NOW)),
        Map.of("k", Secret.ofText(letter.repeat(32))),
        1,
        NOW,
        NOW,
        "operator");
  }

  private static RealmSpec read(String members) {
    return RealmFields.read(Fields.of(Buffer.buffer("{" + members + "}")));
  }
}
