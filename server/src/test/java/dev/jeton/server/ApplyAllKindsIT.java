package dev.jeton.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code apply} answers for each kind that has secrets, as the command line reads it. */
class ApplyAllKindsIT {
  @TempDir
  private Path folder;

  @Test
  void aSecretThatIsMadeIsAnsweredUnderTheMemberThatIsNamed() throws Exception {
    String yaml = "resources:\\n"
        + "- {kind: agora-project, name: shop}\\n"
        + "- {kind: kandy-realm, name: shop}\\n"
        + "- {kind: hub-issuer, name: shop}\\n"
        + "- {kind: hub-key, name: shop}\\n"
        + "- {kind: sunbird-credential, name: shop, key: shop-key}\\n"
        + "- {kind: sunbird-group, code: shop}\\n";
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      Answer answer = server.post(
          "/api/v1/apply",
          "{\"yaml\":\"" + yaml + "\"}",
          "Authorization",
          "Bearer " + server.adminToken());
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      List<String> members = new ArrayList<>();
      for (JsonNode change : answer.json().path("changes")) {
        String member = change.path("secretMember").asText();
        members.add(member);
        assertThat(change.path(member).asText().isEmpty()).isEqualTo(member.isEmpty());
      }
      assertThat(members)
          .containsExactly("certificate", "securityKey", "issuerKey", "secret", "secret", "");
    }
  }
}
