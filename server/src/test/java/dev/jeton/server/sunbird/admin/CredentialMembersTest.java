package dev.jeton.server.sunbird.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.sunbird.CredentialSpec;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Profile;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may say of a credential. */
class CredentialMembersTest {
  private final CredentialSecrets secrets = new CredentialSecrets();

  @Test
  void aKeyAloneMakesAStrictCredentialForFiveMinutesOfThatName() {
    CredentialSpec spec = read("{'key':'app-4711'}");
    assertThat(spec.name()).isEqualTo("app-4711");
    assertThat(spec.algorithm()).isEqualTo(Algorithm.HS256);
    assertThat(spec.profile()).isEqualTo(Profile.STRICT);
    assertThat(spec.maximumLifetime()).isEqualTo(Duration.ofMinutes(5));
    assertThat(spec.grants()).isEmpty();
    assertThat(spec.isDefault()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'key':'k'}",
        "{'key':'k','name':'n','consumer':'c','notes':'for \u00e9','algorithm':'HS512',"
            + "'profile':'legacy','secretEncoding':'base64url','maxLifetimeSeconds':86400,"
            + "'allow':['no-expiry'],'default':true}"
      })
  void whatIsWrittenIsReadAsTheSame(String text) {
    CredentialSpec spec = read(text);
    Buffer written = Json.object(out -> CredentialMembers.write(spec, out));
    assertThat(CredentialMembers.read(Fields.of(written))).isEqualTo(spec);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
          {}                                              | missing-member     | key is missing
          {'key':''}                                      | wrong-member       | visible characters
          {'key':'two words'}                             | wrong-member       | without a space
          {'key':'zero\u200bwidth'}                       | wrong-member       | visible characters
          {'key':'k','name':'a b'}                        | wrong-member       | name must be
          {'key':'k','consumer':'a b'}                    | wrong-member       | consumer must be
          {'key':'k','notes':' '}                         | wrong-member       | notes must be
          {'key':'k','algorithm':'none'}                  | wrong-member       | HS256, HS384
          {'key':'k','algorithm':'hs256'}                 | wrong-member       | algorithm must be
          {'key':'k','profile':'lax'}                     | wrong-member       | legacy, strict
          {'key':'k','secretEncoding':'hex'}              | wrong-member       | utf8, base64, base64url
          {'key':'k','maxLifetimeSeconds':0}              | wrong-member       | from 1 to
          {'key':'k','allow':['everything']}              | wrong-member       | no-expiry
          {'key':'k','allow':['no-expiry']}               | strict-without-end | profile legacy
          {'key':'k','publicKey':'x'}                     | wrong-public-key   | HS256 has no public key
          {'key':'k','publicKey':'x','algorithm':'RS256'} | wrong-public-key   | PEM
          {'key':'k','secrets':[]}                        | unknown-member     | secrets
          """)
  void whatIsWrongIsToldWithACode(String text, String code, String part) {
    assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(Refused.class, refused -> {
      assertThat(refused.problem().code()).isEqualTo(code);
      assertThat(refused.problem().detail()).contains(part);
    });
  }

  @ParameterizedTest
  @CsvSource({
    "HS256,utf8",
    "HS512,utf8",
    "HS256,base64",
    "HS512,base64",
    "HS512,base64url",
    "HS384,base64"
  })
  void aSecretThatIsMadeFitsItsAlgorithmAndEncoding(String algorithm, String encoding) {
    CredentialSpec spec =
        read("{'key':'k','algorithm':'" + algorithm + "','secretEncoding':'" + encoding + "'}");
    secrets.check(spec, secrets.make(spec, new Random(11)));
  }

  @Test
  void aPrivateKeyHasToBeGiven() {
    CredentialSpec spec = read("{'key':'k','algorithm':'RS256'}");
    assertThatThrownBy(() -> secrets.make(spec, new Random(11)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem().detail()).contains("private key in PEM"));
  }

  @Test
  void publishedAndShortSecretsAreRefusedAndNotRepeated() {
    CredentialSpec spec = read("{'key':'k'}");
    Map<String, String> codes = Map.of(
        "e71829c351aa4242" + "c2719cbfbe671c09",
        "published-secret",
        "Zs8Yh3Nc6Pf1Gj5UmT4v",
        "wrong-secret");
    codes.forEach((bad, code) -> {
      assertThatThrownBy(() -> secrets.check(spec, Secret.ofText(bad)))
          .isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().detail()).doesNotContain(bad);
          });
    });
  }

  @Test
  void aKeptSecretThatIsPublishedSinceDoesNotHinderItsReplacement() {
    Secret published = Secret.ofText("e71829c351aa4242" + "c2719cbfbe671c09");
    secrets.checkForm(read("{'key':'k'}"), published);
    assertThatThrownBy(() -> secrets.checkForm(read("{'key':'k','algorithm':'HS512'}"), published))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().detail()).contains("too short"));
  }

  @Test
  void aSecretThatIsMadeIsLettersAndDigits() {
    Secret made = secrets.make(read("{'key':'k'}"), new Random(11));
    assertThat(new String(made.reveal(SecretAccess.forShowingOnce()), StandardCharsets.UTF_8))
        .matches("[A-Za-z0-9]{64}");
  }

  private static CredentialSpec read(String text) {
    return CredentialMembers.read(
        Fields.of(Buffer.buffer(text.replace('\'', '"').replace("\\u00e9", "\u00e9"))));
  }
}
