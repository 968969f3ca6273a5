package dev.jeton.cli.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredProjectTest {
  private static final String SHOP = "{\"id\":\"abc\",\"name\":\"shop\",\"appId\":\"0123\","
      + "\"authentication\":\"app-id\",\"tokenVersion\":\"007\",\"default\":true,"
      + "\"certificates\":[{\"id\":\"k1\",\"state\":\"active\",\"enabled\":false}],"
      + "\"managedBy\":\"store\",\"version\":1}";

  private static final String REVEALED =
      "{\"id\":\"k1\",\"state\":\"active\",\"certificate\":\"0a1b\\\\c\"}";

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

  private Result project(String... args) {
    return server
        .run(data)
        .jeton(
            Stream.concat(Stream.of("agora", "project"), Stream.of(args)).toArray(String[]::new));
  }

  @Test
  void aNewProjectIsSentInTheWordsOfTheApi() {
    server.answering(201, SHOP);
    Result result = project(
        "create",
        "shop",
        "--app-id",
        "0123456789abcdef0123456789abcdef",
        "--authentication",
        "testing",
        "--token-version",
        "006",
        "--ttl",
        "10m",
        "--max-ttl",
        "2h",
        "--allow",
        "any-user,app-token",
        "--default");
    assertThat(result.status()).isZero();
    assertThat(server.lines()).containsExactly("POST /api/v1/agora/projects");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"name\":\"shop\",\"appId\":\"0123456789abcdef0123456789abcdef\","
            + "\"authentication\":\"testing\",\"tokenVersion\":\"006\",\"defaultTtlSeconds\":600,"
            + "\"maxTtlSeconds\":7200,\"allow\":[\"any-user\",\"app-token\"],\"default\":true}");
  }

  @Test
  void theListTellsWhatAnOperatorLooksFor() {
    server.answering(200, "{\"items\":[" + SHOP + "],\"total\":1}");
    assertThat(project("list").out()).isEqualTo("""
            NAME  APP ID  AUTHENTICATION  VERSION  CERTIFICATES       DEFAULT  MANAGED BY
            shop  0123    app-id          007      active (disabled)  default  store
            """);
  }

  @Test
  void aCertificateHasItsOwnCommands() {
    server.answering(200, SHOP);
    assertThat(project("certificate", "enable", "shop", "k1").status()).isZero();
    assertThat(server.lines())
        .containsExactly("POST /api/v1/agora/projects/shop/certificates/k1/enable");
  }

  @Test
  void aRevealedCertificateStandsAloneOnStandardOutput() {
    server.answering(200, SHOP).answering(200, REVEALED);
    Result result = project("reveal", "shop");
    assertThat(result.out()).isEqualTo("0a1b\\c\n");
    assertThat(result.err()).startsWith("warning: whoever sees this App Certificate");
    assertThat(server.lines())
        .containsExactly(
            "GET /api/v1/agora/projects/shop",
            "POST /api/v1/agora/projects/abc/certificates/k1/reveal");
    assertThat(server.asked().get(1).body()).isEqualTo("{}");
  }

  @Test
  void theCertificateThatIsRevealedCanBeNamed() {
    server.answering(200, SHOP).answering(200, REVEALED);
    Result result = project("reveal", "shop", "--key", "k2", "--json");
    assertThat(result.line()).isEqualTo(REVEALED);
    assertThat(server.lines().get(1)).endsWith("/certificates/k2/reveal");
  }

  @Test
  void aTerminalShowsACertificateOnlyAfterAQuestion() {
    server.answering(200, SHOP);
    Result unasked = onTerminal(List.of("reveal", "shop"));
    assertThat(unasked.status()).isEqualTo(2);
    assertThat(unasked.err()).contains("give --yes");
    assertThat(server.lines()).containsExactly("GET /api/v1/agora/projects/shop");

    server.answering(200, SHOP).answering(200, REVEALED);
    assertThat(onTerminal(List.of("reveal", "shop", "--yes")).out()).isEqualTo("0a1b\\c\n");
    server.answering(200, SHOP).answering(200, REVEALED.replace("0a1b", "\\u001b[2J"));
    Result unseen = onTerminal(List.of("reveal", "shop", "--yes"));
    assertThat(unseen.out()).isEmpty();
    assertThat(unseen.err()).contains("a terminal does not show");
  }

  private Result onTerminal(List<String> args) {
    return server
        .run(data)
        .onTerminal()
        .jeton(Stream.concat(Stream.of("agora", "project"), args.stream()).toArray(String[]::new));
  }

  @Test
  void aServerThatRevealsNothingSaysHowToHaveItReveal() {
    server.answering(200, SHOP).refusing(403, "reveal-off", "set vault.reveal: true");
    Result result = project("reveal", "shop");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("jeton: set vault.reveal: true (reveal-off)\n");
    server.answering(200, SHOP.replace("active", "prepared"));
    assertThat(project("reveal", "shop").err()).contains("no active App Certificate", "--key");
  }

  @Test
  void aTemporaryTokenStandsAloneOnStandardOutput() {
    server.answering(200, "{\"token\":\"007abc\",\"expiresAt\":\"2026-11-22T12:00:00Z\"}");
    Result result = project("temporary-token", "shop", "--channel", "lobby");
    assertThat(result.out()).isEqualTo("007abc\n");
    assertThat(result.err()).isEqualTo("for anybody in lobby until 2026-11-22T12:00:00Z:\n");
    assertThat(server.lines()).containsExactly("POST /api/v1/agora/projects/shop/temporary-token");
    assertThat(server.asked().get(0).body()).isEqualTo("{\"channel\":\"lobby\"}");
    assertThat(project("temporary-token", "shop").status()).isEqualTo(2);
  }
}
