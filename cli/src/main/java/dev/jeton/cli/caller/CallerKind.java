package dev.jeton.cli.caller;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SecretWords;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import java.util.Optional;

/** {@code jeton caller create|list|show|change|rotate|delete} and {@code jeton caller keys ...}. */
final class CallerKind implements RemoteKind {
  private static final SecretWords KEYS = SecretWords.proof("keys", "keys", "key", "API key");

  @Override
  public String words() {
    return "caller";
  }

  @Override
  public String noun() {
    return "caller";
  }

  @Override
  public String path() {
    return "/api/v1/callers";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.mark("ENABLED", "enabled", "yes"),
        Column.of("POLICIES", "policyNames"),
        Column.of("NETWORKS", "networks"),
        Column.states("KEYS", KEYS),
        Column.of("LAST USED", "lastUsedAt"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new CallerOptions(), new ProofOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new CallerOptions(), new ProofOptions());
  }

  @Override
  public Optional<SecretWords> secrets() {
    return Optional.of(KEYS);
  }

  @Override
  public String exampleName() {
    return "shop-backend";
  }

  @Override
  public String createExample() {
    return "--network 10.0.0.0/8 --keys-end-after 90";
  }

  @Override
  public String changeExample() {
    return "--no-enabled";
  }
}
