package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.ImportClient;
import dev.jeton.server.RunningServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActgImportIT {
  private static final String ECB_KEY = "Tz4Wq8Nd1Xk6Rb3m";
  private static final String CBC_KEY = "Hy7Lp2Vc9Jf5Sg0a" + "Ku3Ze8Mw1Bt6Dn4x";
  private static final String SHORT_KEY = "another-realm-key";
  private static final String SOURCE = """
      {"algos": [
        {"cipherMode": "ECB", "tokenRealm": "poc.example", "securityKey": "%s"},
        {"cipherMode": "CBC", "tokenRealm": "desk", "securityKey": "%s"},
        {"cipherMode": "ECB", "tokenRealm": "sample", "securityKey": "%s"}],
       "identifiers": [
        {"identifier": "help", "tokenRealm": "POC.example", "accountId": "help@example.com",
         "from": "sip:anonymous@invalid.com", "to": "sip:help@example.com"},
        {"identifier": "sales", "tokenRealm": "desk", "accountId": "sales@example.com",
         "from": "sip:guest@example.com", "to": "sip:sales@example.com"}]}
      """.formatted(ECB_KEY, CBC_KEY, SHORT_KEY);

  @TempDir
  Path folder;

  @Test
  void itsIdentifiersAnswerAsBeforeAndAKeyOfAWrongLengthIsLeftOut() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      ImportClient client = new ImportClient(server, "kandy-actg");
      JsonNode plan = client.shown(SOURCE, Map.of());
      assertThat(ImportClient.acts(plan)).containsExactly("create poc.example", "create desk");
      assertThat(ImportClient.refused(plan)).containsExactly("sample wrong-secret");
      assertThat(plan.path("refused").path(0).path("detail").asText())
          .contains("17 bytes, need 16");
      assertThat(server.get("/token?identifier=help").status()).isNotEqualTo(200);

      assertThat(ImportClient.acts(client.doneInPart(SOURCE))).hasSize(2);
      assertThat(server.get("/token?identifier=help").json().path("tokenRealm").asText())
          .isEqualTo("poc.example");
      JsonNode sales = server.get("/token?identifier=sales").json();
      assertThat(sales.path("tokenRealm").asText()).isEqualTo("desk");
      assertThat(sales.path("toToken").asText()).isNotEmpty();

      assertThat(ImportClient.acts(client.doneInPart(SOURCE)))
          .containsExactly("unchanged poc.example", "unchanged desk");
      client.assertKeptToItself(ECB_KEY, CBC_KEY, SHORT_KEY);
    }
  }
}
