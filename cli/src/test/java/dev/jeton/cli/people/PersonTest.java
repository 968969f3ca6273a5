package dev.jeton.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jeton person}: what it asks a server, and what it makes of the answer. */
class PersonTest {
  private static final String ALICE = "{\"id\":\"p1\",\"name\":\"alice\",\"roles\":[\"auditor\"],"
      + "\"enabled\":true,\"hasPassword\":true,\"sessions\":2,\"managedBy\":\"store\",\"version\":1}";
  private static final String LINK = "https://tokens.example.com/welcome#secret-of-the-link";

  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Result person(String... args) {
    return server
        .run(data)
        .jeton(Stream.concat(Stream.of("person"), Stream.of(args)).toArray(String[]::new));
  }

  private String asked() {
    return server.lines().get(0) + " " + server.asked().get(0).body();
  }

  @Test
  void aPersonIsCreatedWithRoles() {
    server.answering(201, ALICE);
    assertThat(
            person("create", "alice", "--role", "auditor", "--role", "approver").status())
        .isZero();
    assertThat(asked())
        .isEqualTo("POST /api/v1/people {\"name\":\"alice\",\"roles\":[\"auditor\",\"approver\"]}");
  }

  @Test
  void aPersonIsBoundToWhomAnIdentityProviderKnows() {
    server.answering(201, ALICE);
    person("create", "alice", "--oidc-issuer", "https://id.example.com", "--oidc-subject", "s1");
    assertThat(asked())
        .isEqualTo("POST /api/v1/people {\"name\":\"alice\","
            + "\"oidc\":{\"issuer\":\"https://id.example.com\",\"subject\":\"s1\"}}");
    assertThat(person("create", "bob", "--oidc-subject", "s1").status()).isEqualTo(2);
  }

  @Test
  void theListTellsRolesAndWhoHasAPassword() {
    server.answering(200, "{\"items\":[" + ALICE + "],\"total\":1}");
    assertThat(person("list").out()).contains("PASSWORD", "alice", "auditor", "yes", "2");
  }

  @Test
  void aLinkIsTheLastThatIsPrinted() {
    server.answering(200, "{\"link\":\"" + LINK + "\",\"endsAt\":\"2026-11-22T10:00:00Z\"}");
    Result result = person("link", "alice");
    assertThat(asked()).isEqualTo("POST /api/v1/people/alice/link {\"mail\":false}");
    assertThat(result.out()).endsWith(LINK + "\n");
    assertThat(result.err()).contains("the link for alice, shown this once");
  }

  @Test
  void aLinkThatIsMailedIsNotPrinted() {
    server.answering(200, "{\"mailed\":true,\"endsAt\":\"2026-11-22T10:00:00Z\"}");
    assertThat(person("link", "alice", "--mail").line()).isEqualTo("mailed");
    assertThat(asked()).isEqualTo("POST /api/v1/people/alice/link {\"mail\":true}");
  }

  @Test
  void anAccountIsUnlockedAndSessionsAreEnded() {
    server.answering(204, "").answering(204, "");
    assertThat(person("unlock", "alice").line()).isEqualTo("unlocked");
    assertThat(person("sign-out", "alice").line()).isEqualTo("signed out");
    assertThat(server.lines())
        .containsExactly(
            "POST /api/v1/people/alice/unlock", "DELETE /api/v1/people/alice/sessions");
  }
}
