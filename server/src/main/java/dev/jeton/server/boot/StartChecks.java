package dev.jeton.server.boot;

import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what is wrong around the server, so that one start tells all of it. */
final class StartChecks {
  private final Set<String> wrongKeys;
  private final Map<String, StartFault> faults = new LinkedHashMap<>();

  private StartChecks(Set<String> wrongKeys) {
    this.wrongKeys = wrongKeys;
  }

  private interface Check {
    void run() throws StartFault;
  }

  /**
   * Looks, and writes nothing.
   *
   * @param wrongKeys settings with faults of their own; what depends on them is left out
   */
  static List<StartFault> faults(Settings settings, Set<String> wrongKeys) {
    HttpSettings http = settings.get(HttpSettings.class);
    StartChecks checks = new StartChecks(wrongKeys);
    checks.run(() -> Openness.look(settings), "http.host", "access.anonymous", "data", "store.url");
    checks.run(
        () -> Surroundings.checkReadable(http.tlsCertificate(), "http.tls-certificate"),
        "http.tls-certificate");
    checks.run(() -> Surroundings.checkReadable(http.tlsKey(), "http.tls-key"), "http.tls-key");
    checks.run(
        () -> Surroundings.checkAuthorities(http.tlsClientCa(), "http.tls-client-ca"),
        "http.tls-client-ca");
    checks.run(() -> Surroundings.checkPrivate(http.tlsKey(), "http.tls-key"), "http.tls-key");
    checks.run(() -> Surroundings.checkAccessLog(http), "http.access-log");
    checks.run(() -> Surroundings.checkPort(http), "http.host", "http.port");
    return List.copyOf(checks.faults.values());
  }

  /** Two checks may come upon the same fault; it is told once. */
  private void run(Check check, String... keys) {
    for (String key : keys) {
      if (wrongKeys.contains(key)) {
        return;
      }
    }
    try {
      check.run();
    } catch (StartFault e) {
      faults.putIfAbsent(e.line(), e);
    }
  }
}
