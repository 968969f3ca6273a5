package dev.jeton.cli.kandy;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SecretWords;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import java.util.Optional;

/** {@code jeton kandy realm}. */
final class RealmKind implements RemoteKind {
  private static final SecretWords KEYS =
      new SecretWords("key", "keys", "securityKey", "Security Key", "KANDY_SECURITY_KEY", true);

  @Override
  public String words() {
    return "kandy realm";
  }

  @Override
  public String noun() {
    return "Kandy realm";
  }

  @Override
  public String path() {
    return "/api/v1/kandy/realms";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.mark("DEFAULT", "default", "default"),
        Column.of("CIPHER", "cipher"),
        Column.of("CONVENTION", "convention"),
        Column.seconds("DURATION", "durationSeconds"),
        Column.of("CALLEES", "to"),
        Column.states("KEYS", KEYS));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new SchemaOptions(), new PartyOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return createOptions();
  }

  @Override
  public Optional<SecretWords> secrets() {
    return Optional.of(KEYS);
  }

  @Override
  public String exampleName() {
    return "shop";
  }

  @Override
  public String createExample() {
    return "--to help@example.com";
  }

  @Override
  public String changeExample() {
    return "--duration 2m";
  }
}
