package dev.jeton.server.canary;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/** Has the server give out what it has as files, deletes things, and gives it out again. */
final class Leaving {
  private static final List<String> DELETED = List.of(
      "/api/v1/agora/projects/literal",
      "/api/v1/kandy/realms/given.example",
      "/api/v1/hub/keys/given",
      "/api/v1/sunbird/credentials/given",
      "/api/v1/callers/shop",
      "/api/v1/people/alice");

  private final Operator operator;
  private final Canaries canaries;
  private final SecureRandom random = new SecureRandom();

  Leaving(Operator operator, Canaries canaries) {
    this.operator = operator;
    this.canaries = canaries;
  }

  void run() {
    files();
    DELETED.forEach(operator::deleted);
    operator.done("/api/v1/audit/erase", Map.of("person", "alice"));
    files();
  }

  private void files() {
    operator.file("/api/v1/audit/export", Map.of());
    operator.file("/api/v1/backup", Map.of());
    String passphrase = canaries.add("a passphrase of a backup", BusyRun.hex(random));
    operator.file("/api/v1/backup", Map.of("passphrase", passphrase));
  }
}
