package dev.jeton.cli.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sunbird group|consumer|credential} against a server. */
class SunbirdAdministrationTest {
  private static final String CREDENTIAL = "{\"id\":\"abc\",\"key\":\"4c1d90f2\",\"name\":\"web\","
      + "\"consumer\":\"app-1\",\"algorithm\":\"HS256\",\"profile\":\"strict\","
      + "\"maxLifetimeSeconds\":300,\"default\":true,\"secrets\":[{\"id\":\"k2\","
      + "\"state\":\"active\",\"enabled\":true,\"createdAt\":\"2026-11-01T10:00:00Z\"}],"
      + "\"version\":1}";

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

  private Result jeton(String... args) {
    return server.run(data).jeton(args);
  }

  @Test
  void aGroupHasACodeAndAConsumerItsGroups() {
    server
        .answering(201, "{\"code\":\"contentAccess\"}")
        .answering(201, "{\"username\":\"app-1\"}");
    jeton("sunbird", "group", "create", "contentAccess", "--title", "Read", "--environment", "qa");
    jeton(
        "sunbird",
        "consumer",
        "create",
        "app-1",
        "--group",
        "contentAccess",
        "--group",
        "b",
        "--no-enabled");
    assertThat(server.lines())
        .containsExactly("POST /api/v1/sunbird/groups", "POST /api/v1/sunbird/consumers");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"code\":\"contentAccess\",\"title\":\"Read\",\"environment\":\"qa\"}");
    assertThat(server.asked().get(1).body())
        .isEqualTo(
            "{\"username\":\"app-1\",\"groups\":[\"contentAccess\",\"b\"],\"enabled\":false}");
  }

  @Test
  void aCredentialsNewSecretIsShownOnce() {
    server.answering(
        201,
        CREDENTIAL.substring(0, CREDENTIAL.length() - 1) + ",\"secret\":\"made-by-the-server\"}");
    Result result = jeton(
        "sunbird",
        "credential",
        "create",
        "web",
        "--consumer",
        "app-1",
        "--alg",
        "HS512",
        "--max-lifetime",
        "10m",
        "--default");
    assertThat(result.status()).isZero();
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"name\":\"web\",\"consumer\":\"app-1\",\"algorithm\":\"HS512\","
            + "\"maxLifetimeSeconds\":600,\"default\":true}");
    assertThat(result.out()).containsOnlyOnce("made-by-the-server");
  }

  @Test
  void aPublicKeyComesFromAFileOfItsOwn() throws IOException {
    Path pem = Files.writeString(data.resolve("public.pem"), "-----BEGIN PUBLIC KEY-----\n");
    server.answering(201, CREDENTIAL);
    jeton(
        "sunbird",
        "credential",
        "create",
        "web",
        "--alg",
        "RS256",
        "--profile",
        "legacy",
        "--allow",
        "no-expiry",
        "--public-key",
        pem.toString());
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"name\":\"web\",\"algorithm\":\"RS256\",\"profile\":\"legacy\","
            + "\"allow\":[\"no-expiry\"],\"publicKey\":\"-----BEGIN PUBLIC KEY-----\\n\"}");
  }

  @Test
  void rotatingTakesTheSecretFromTheUsualPlacesAndAnOverlap() {
    server.answering(200, CREDENTIAL).answering(200, CREDENTIAL);
    Run run = server.run(data).with("SUNBIRD_SECRET", "a-secret-of-ones-own-choice");
    Result taken = run.jeton("sunbird", "credential", "rotate", "web", "--overlap", "2h");
    assertThat(server.lines()).containsExactly("POST /api/v1/sunbird/credentials/web/rotate");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"secret\":\"a-secret-of-ones-own-choice\",\"overlapSeconds\":7200}");
    assertThat(taken.out()).doesNotContain("a-secret-of-ones-own-choice");
    jeton("sunbird", "credential", "secret", "retire", "web", "k1");
    assertThat(server.lines().get(1))
        .isEqualTo("POST /api/v1/sunbird/credentials/web/secrets/k1/retire");
  }

  @Test
  void theListTellsWhoseItIsAndTheStatesOfItsSecrets() {
    server.answering(200, "{\"items\":[" + CREDENTIAL + "],\"total\":1}");
    assertThat(jeton("sunbird", "credential", "list").out()).isEqualTo("""
        NAME  KEY       CONSUMER  ALGORITHM  PROFILE  DEFAULT  SECRETS
        web   4c1d90f2  app-1     HS256      strict   default  active
        """);
  }

  @Test
  void wordsThatAreNotKnownAreToldWithThoseThatAre() {
    Result result = jeton("sunbird", "credential", "change", "web", "--alg", "RS512");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("known are HS256");
    assertThat(server.lines()).isEmpty();
  }
}
