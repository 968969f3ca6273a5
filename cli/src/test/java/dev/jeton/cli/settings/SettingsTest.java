package dev.jeton.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final String LIST = "{\"items\":["
      + "{\"name\":\"alerts.webhook\",\"value\":null,\"default\":null,\"meaning\":\"Where to\","
      + "\"managedBy\":\"store\"},"
      + "{\"name\":\"vault.reveal\",\"value\":false,\"default\":false,\"meaning\":\"Show\","
      + "\"managedBy\":\"file\"},"
      + "{\"name\":\"audit.days\",\"default\":90,\"meaning\":\"How long\"},"
      + "{\"name\":\"alerts.to\",\"value\":[\"a\"],\"default\":[],\"meaning\":\"Who\"}]}";

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
  void theListIsATable() {
    server.answering(200, LIST);
    assertThat(server.run(data).jeton("settings", "list").out()).isEqualTo("""
            NAME            VALUE  DEFAULT  MANAGED BY  MEANING
            alerts.webhook                  store       Where to
            vault.reveal    false  false    file        Show
            audit.days             90                   How long
            alerts.to       ["a"]  []                   Who
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alerts.webhook | 90 | \"90\"",
        "vault.reveal | true | true",
        "audit.days | 30 | 30",
        "alerts.to | a, b | [\"a\",\"b\"]"
      })
  void aValueHasTheTypeOfItsSetting(String name, String value, String sent) {
    server.answering(200, LIST).answering(200, "{}");
    Result result = server.run(data).jeton("settings", "set", name, value);
    assertThat(result.status()).isZero();
    assertThat(server.lines()).containsExactly("GET /api/v1/settings", "PATCH /api/v1/settings");
    assertThat(server.asked().get(1).body()).isEqualTo("{\"" + name + "\":" + sent + "}");
  }

  @Test
  void aSecretComesByStandardInputAndIsNotPrinted() {
    server.answering(200, LIST).answering(200, "{}");
    Result result =
        server.run(data).typing("a-secret\n").jeton("settings", "set", "alerts.webhook", "-");
    assertThat(result.line()).isEqualTo("set: alerts.webhook");
    assertThat(server.asked().get(1).body()).isEqualTo("{\"alerts.webhook\":\"a-secret\"}");
  }

  @ParameterizedTest
  @CsvSource({"vault.reveal, yes", "audit.days, many", "no.such, 1"})
  void aValueOfAnotherTypeChangesNothing(String name, String value) {
    server.answering(200, LIST);
    assertThat(server.run(data).jeton("settings", "set", name, value).status()).isEqualTo(2);
    assertThat(server.lines()).hasSize(1);
  }

  @Test
  void unsetGoesBackToTheDefault() {
    server.answering(200, "{}");
    Result result = server.run(data).jeton("settings", "unset", "audit.days");
    assertThat(server.asked().get(0).body()).isEqualTo("{\"audit.days\":null}");
    assertThat(result.line()).isEqualTo("unset: audit.days");
  }
}
