package dev.jeton.server.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.oidc.Signer;
import dev.jeton.server.oidc.StandInProvider;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A busy run with secrets of all kinds, of which none stands in the database or in what is logged. */
class CanaryIT {
  private static final String MASTER_KEY = "jmk1_";

  private final SecureRandom random = new SecureRandom();
  private final Canaries canaries = new Canaries();

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void noSecretStandsInTheDatabaseInAFileOrInALog(Dialect dialect) throws Exception {
    StoreSettings store = Stores.settings(dialect, folder);
    List<Haystack> places = new ArrayList<>();
    Map<String, String> environment = environment(store, dialect);
    try (StandInProvider provider = provider(environment);
        RunningServer server = RunningServer.start(folder, environment)) {
      Operator operator = new Operator(server);
      new BusyRun(operator, canaries).run();
      new ElsewhereRun(server, canaries, provider).run(operator, BusyRun.hex(random));
      new WrongRequests(operator, canaries).run();
      addKeyFiles();
      places.addAll(operator.answers());
      places.addAll(Places.files(folder));
      places.addAll(Places.tables(store));
      assertThatThePlantedOneIsFound(operator, store);
      server.terminate();
      assertThat(server.exitCode()).isZero();
      places.add(Haystack.of("the output", String.join("\n", server.output())));
    }
    places.addAll(Places.files(folder));
    assertThat(canaries.count()).isGreaterThan(40);
    assertThat(canaries.in(places)).isEmpty();
  }

  @Test
  void aRefusedStartRepeatsNoSetting() {
    Map<String, String> wrong = Map.of(
        "AGORA_APP_ID",
        BusyRun.hex(random),
        "AGORA_APP_CERTIFICATE",
        "z" + secret("a wrong certificate"),
        "SUNBIRD_KEY",
        "app",
        "SUNBIRD_SECRET_ENCODING",
        "base64",
        "SUNBIRD_SECRET",
        "~" + secret("a wrong secret"),
        "HUB_ISSUER_KEY",
        "b" + secret("a wrong issuer key"),
        "KANDY_REALM",
        "env.example",
        "KANDY_SECURITY_KEY",
        secret("a wrong security key").substring(1),
        "JETON_DB_URL",
        "jdbc:postgresql://u:" + secret("a password") + "@127.0.0.1/jeton",
        "JETON_MASTER_KEY",
        secret("a wrong master key"));
    try (RunningServer server = RunningServer.start(folder, wrong)) {
      assertThat(server.exitCode()).isEqualTo(2);
      List<Haystack> output =
          List.of(Haystack.of("the output", String.join("\n", server.output())));
      assertThat(output.get(0).text()).contains("agora", "sunbird", "hub", "kandy", "store.url");
      assertThat(canaries.in(output)).isEmpty();
    }
  }

  /** The search itself: a name is no secret, and stands where a secret would be seen. */
  private void assertThatThePlantedOneIsFound(Operator operator, StoreSettings store)
      throws Exception {
    Canaries planted = new Canaries();
    String name = planted.add("the planted one", "planted-" + BusyRun.hex(random));
    operator.done("/api/v1/agora/projects", Map.of("name", name));
    List<Haystack> places = new ArrayList<>(Places.files(folder));
    places.addAll(Places.tables(store));
    assertThat(String.join("\n", planted.in(places)))
        .contains("audit", store instanceof StoreSettings.Postgres ? "table entries" : "jeton.db");
  }

  private Map<String, String> environment(StoreSettings store, Dialect dialect) {
    Map<String, String> environment = new HashMap<>(Stores.environment(store));
    environment.put("AGORA_APP_ID", BusyRun.hex(random));
    environment.put("AGORA_APP_CERTIFICATE", secret("a certificate of the settings"));
    environment.put("JETON_AGORA_API_URL", "http://127.0.0.1:1");
    environment.put("KANDY_REALM", "env.example");
    environment.put("KANDY_SECURITY_KEY", secret("a security key of the settings"));
    environment.put("KANDY_TO", "help@env.example");
    environment.put("SUNBIRD_KEY", "env");
    environment.put("SUNBIRD_SECRET", secret("a secret of the settings") + BusyRun.hex(random));
    environment.put("JETON_OPEN_DOORS_CAPTCHA_URL", "http://localhost:9/siteverify");
    environment.put("JETON_OPEN_DOORS_CAPTCHA_SECRET", secret("a captcha's secret"));
    environment.put("HUB_ISSUER_KEY", BusyRun.issuerKey(canaries, random));
    if (dialect == Dialect.POSTGRESQL) {
      environment.put("JETON_DB_PASSWORD", secret("the database's password"));
      environment.put("JETON_HTTP_ACCESS_LOG", "access.log");
    }
    return environment;
  }

  private StandInProvider provider(Map<String, String> environment) {
    StandInProvider provider = new StandInProvider(Signer.rsa("k1"));
    environment.put("JETON_OIDC_ISSUER", provider.issuer());
    environment.put("JETON_OIDC_AUDIENCE", StandInProvider.AUDIENCE);
    environment.put("JETON_OIDC_CLIENT_ID", StandInProvider.CLIENT);
    environment.put("JETON_OIDC_CLIENT_SECRET", secret("the secret of a provider's client"));
    return provider;
  }

  private void addKeyFiles() throws IOException {
    for (String name : Places.KEY_FILES) {
      Path file = folder.resolve("data").resolve(name);
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          canaries.add(name, line);
          if (line.startsWith(MASTER_KEY)) {
            canaries.add(name + ", the bytes", line.substring(MASTER_KEY.length()));
          }
        }
      }
    }
  }

  private String secret(String name) {
    return canaries.add(name, BusyRun.hex(random));
  }
}
