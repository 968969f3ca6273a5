package dev.jeton.server.kandy.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.admin.Imported;
import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.RealmSpec;
import org.junit.jupiter.api.Test;

class ActgImporterTest {
  private static final String CONFIG = """
      {
        "port": 8080,
        "algos": [
          {"cipherMode": "ECB", "tokenRealm": "Front.Desk", "securityKey": "Qw7kPz3mXr9tLv2b"},
          {"cipherMode": "CBC", "tokenRealm": "sales", "securityKey": "key"}
        ],
        "identifiers": [
          {"identifier": "help", "tokenRealm": "front.desk", "accountId": "help@example.com",
           "from": "sip:anonymous@invalid.com", "to": "SIP:help@example.com"},
          {"identifier": "help", "tokenRealm": "sales", "accountId": "a", "from": "b", "to": "c"},
          {"identifier": "lost", "tokenRealm": "nowhere", "accountId": "a", "from": "b", "to": "c"},
          {"tokenRealm": "sales", "accountId": "a", "from": "b", "to": "c"}
        ]
      }
      """;

  private static Imported read(String source) {
    return new ActgImporter().read(source, Fields.of(Json.object(json -> {})));
  }

  @Test
  void realmsComeWithTheirIdentifiersWhateverTheLetterCase() {
    Thing realm = read(CONFIG).things().get(0);
    assertThat(realm.fields().text("securityKey")).isEqualTo("Qw7kPz3mXr9tLv2b");
    RealmSpec spec = RealmFields.read(realm.fields().without("securityKey"));
    assertThat(spec.name()).isEqualTo("Front.Desk");
    assertThat(spec.presets().get("help")).satisfies(wish -> {
      assertThat(wish.to().text()).isEqualTo("help@example.com");
      assertThat(wish.from().orElseThrow().text()).isEqualTo("anonymous@invalid.com");
      assertThat(wish.account().orElseThrow().text()).isEqualTo("help@example.com");
    });
    assertThat(spec.standard()).isFalse();
  }

  @Test
  void whatHasNoPlaceIsCountedAndNotRepeated() {
    assertThat(read(CONFIG).remarks())
        .contains(
            "identifiers: 1 that name a realm which algos does not have were left out",
            "identifiers: 1 without a name were left out",
            "identifiers: 1 with a name that another has already were left out",
            "what stands beside algos and identifiers was left; it has no place here");
    assertThat(read(CONFIG).things().get(1).fields().names())
        .containsExactly("name", "cipher", "securityKey");
  }

  @Test
  void aRealmWithoutANameIsLeftAndAnotherSourceRefused() {
    assertThat(read("{\"algos\":[{\"cipherMode\":\"ECB\"}]}").remarks())
        .containsExactly("algos[0] names no tokenRealm and was left out");
    for (String source : new String[] {"{}", "[]", "{\"algos\":{\"a\":1}}", "algos: []"}) {
      assertThatThrownBy(() -> read(source)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void nothingPrintsAKey() {
    assertThat(read(CONFIG).toString()).doesNotContain("Qw7kPz3mXr9tLv2b");
  }
}
