package dev.jeton.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCommandsTest {
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

  @Test
  void createSendsWhatWasGiven() {
    server.answering(201, "{\"id\":\"a\",\"name\":\"p\"}");
    Result result = policy(
        "create",
        "p",
        "--project",
        "shop-*",
        "--project",
        "x",
        "--platform",
        "agora",
        "--when",
        "user == 'a'",
        "--max-ttl",
        "10m",
        "--power",
        "any-user",
        "--own-user-only",
        "--no-explain");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(server.lines()).containsExactly("POST /api/v1/policies");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"name\":\"p\",\"platforms\":[\"agora\"],\"projects\":[\"shop-*\",\"x\"],"
            + "\"when\":\"user == 'a'\",\"maxTtlSeconds\":600,\"powers\":[\"any-user\"],"
            + "\"ownUserOnly\":true,\"explain\":false}");
  }

  @Test
  void aTestSaysWhatEachPolicySays() {
    server.answering(
        200,
        "{\"allowed\":true,\"by\":\"b\",\"why\":["
            + "{\"policy\":\"a\",\"allowed\":false,\"reason\":\"it is for x alone\"},"
            + "{\"policy\":\"b\",\"allowed\":true}]}");
    Result result = policy(
        "test",
        "--policy",
        "a",
        "--policy",
        "b",
        "--platform",
        "agora",
        "--user",
        "ann",
        "--ttl",
        "1m",
        "--power",
        "any-user",
        "--caller-claims",
        "{\"sub\":\"ann\"}");
    assertThat(result.out()).isEqualTo("""
        allowed by b
          a: it is for x alone
          b: allows it
        """);
    assertThat(server.lines()).containsExactly("POST /api/v1/policies/test");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"policies\":[\"a\",\"b\"],\"as\":{\"claims\":{\"sub\":\"ann\"}},"
            + "\"request\":{\"platform\":\"agora\",\"user\":\"ann\",\"powers\":[\"any-user\"],"
            + "\"ttlSeconds\":60}}");
  }

  @Test
  void aTestThatNothingAllowsSaysRefused() {
    server.answering(200, "{\"allowed\":false,\"why\":[]}");
    Result result = policy("test", "--caller", "shop", "--platform", "agora");
    assertThat(result.out()).isEqualTo("refused\n");
    assertThat(result.status()).isEqualTo(1);
    assertThat(server.asked().get(0).body()).startsWith("{\"caller\":\"shop\",");
    server.answering(200, "{\"allowed\":false,\"why\":[]}");
    assertThat(
            policy("test", "--caller", "shop", "--platform", "agora", "--json").status())
        .isEqualTo(1);
  }

  @Test
  void aTestSaysWhyNobodyIsThatCaller() {
    server.answering(
        200, "{\"allowed\":false,\"objection\":\"the caller is switched off\",\"why\":[]}");
    Result result = policy(
        "test",
        "--caller",
        "shop",
        "--caller-name",
        "shop-2",
        "--platform",
        "sunbird",
        "--service",
        "rtc",
        "--claims",
        "{\"role\":\"admin\"}");
    assertThat(result.out()).isEqualTo("refused: the caller is switched off\n");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"caller\":\"shop\",\"as\":{\"name\":\"shop-2\"},"
            + "\"request\":{\"platform\":\"sunbird\",\"services\":[\"rtc\"],"
            + "\"claims\":{\"role\":\"admin\"}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--platform agora",
        "--policy a",
        "--policy a --caller b --platform agora",
        "--policy a --platform agora --caller-claims [1]",
        "--policy a --platform agora --claims x"
      })
  void aTestNeedsWhoAndWhat(String arguments) {
    Result result = policy(Stream.concat(Stream.of("test"), Arrays.stream(arguments.split(" ")))
        .toArray(String[]::new));
    assertThat(result.status()).isEqualTo(2);
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void readyMadeOnesAreListedWithTheirConditions() {
    server.answering(
        200, "{\"items\":[{\"name\":\"n\",\"purpose\":\"For it.\",\"when\":\"kind == 'x'\"}]}");
    assertThat(policy("ready-made").out()).isEqualTo("n\n  For it.\n  kind == 'x'\n");
  }

  private Result policy(String... arguments) {
    return server
        .run(data)
        .jeton(Stream.concat(Stream.of("policy"), Arrays.stream(arguments)).toArray(String[]::new));
  }
}
