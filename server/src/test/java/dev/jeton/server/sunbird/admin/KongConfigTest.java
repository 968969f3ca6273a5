package dev.jeton.server.sunbird.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.http.Refused;
import dev.jeton.tokens.sunbird.SecretEncoding;
import org.junit.jupiter.api.Test;

class KongConfigTest {
  private static final String NESTED = """
      _format_version: "3.0"
      services:
      - name: content
        url: http://content:9000
        routes:
        - name: read
          paths: [/content]
          plugins:
          - name: jwt
            config: {secret_is_base64: false, claims_to_verify: [exp]}
          - name: rate-limiting
            config: {hour: 1000}
      consumers:
      - username: portal
        custom_id: 4711
        tags: [web, old]
        jwt_secrets:
        - {key: 0042, algorithm: HS256, secret: 12345678}
        - {key: second, algorithm: RS256}
        acls:
        - group: contentAccess
        - {group: userAdmin, tags: [x]}
        keyauth_credentials:
        - key: a-key-of-another-sort
      - custom_id: nameless
        plugins:
        - name: rate-limiting
      - tags: [nobody]
      """;

  @Test
  void aFileHasThemInsideOfTheConsumer() {
    KongConfig config = KongConfig.read(NESTED);
    assertThat(config.consumers())
        .extracting(KongConsumer::name)
        .containsExactly("portal", "nameless");
    KongConsumer portal = config.consumers().get(0);
    assertThat(portal.groups()).containsExactly("contentAccess", "userAdmin");
    assertThat(portal.keys()).extracting(key -> key.word("key").orElse("")).contains("0042");
    assertThat(portal.keys().get(0).text("secret")).contains("12345678");
    assertThat(portal.toString()).doesNotContain("12345678");
  }

  @Test
  void whatHasNoPlaceHereIsCounted() {
    KongConfig config = KongConfig.read(NESTED);
    assertThat(config.plugins().others()).containsEntry("rate-limiting", 2).hasSize(1);
    assertThat(config.left())
        .containsEntry("services", 1)
        .containsEntry("keyauth_credentials of consumers", 1)
        .containsEntry("custom_id of consumers", 1)
        .containsEntry("consumers without username and custom_id", 1);
  }

  @Test
  void aFlatDocumentNamesTheConsumerInAnyOfKongsWays() {
    KongConfig config = KongConfig.read("""
        {"_format_version": "1.1",
         "consumers": [{"id": "c1", "username": "portal"}, {"username": "app"}],
         "jwt_secrets": [
           {"consumer": "portal", "key": "a"}, {"consumer": {"id": "c1"}, "key": "b"},
           {"consumer_id": "c1", "key": "c"}, {"consumer": {"username": "app"}, "key": "d"},
           {"consumer": "nobody", "key": "e"}],
         "acls": {}}
        """);
    assertThat(config.consumers().get(0).keys()).hasSize(3);
    assertThat(config.consumers().get(1).keys()).hasSize(1);
    assertThat(config.left()).containsEntry("jwt_secrets of consumers that are not there", 1);
  }

  @Test
  void theJwtPluginTellsHowSecretsAreWritten() {
    assertThat(KongConfig.read(NESTED).plugins().encoding()).isEqualTo(SecretEncoding.UTF8);
    String base64 = NESTED.replace("secret_is_base64: false", "secret_is_base64: true");
    assertThat(KongConfig.read(base64).plugins().encoding()).isEqualTo(SecretEncoding.BASE64);
    KongPlugins both = KongConfig.read(base64 + "plugins: [{name: jwt}]\n").plugins();
    assertThatThrownBy(both::encoding)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.problem().detail()).contains("--secret-encoding"));
  }

  @Test
  void anotherFileIsRefused() {
    for (String source : new String[] {"", "[]", "a: b", "consumers: [x]", "consumers: &a [*a]"}) {
      assertThatThrownBy(() -> KongConfig.read(source)).isInstanceOf(Refused.class);
    }
  }
}
