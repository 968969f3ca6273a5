package dev.jeton.cli.sunbird;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SecretWords;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import java.util.Optional;

/** {@code sunbird credential}: keys and the secrets that sign for them. */
final class CredentialKind implements RemoteKind {
  private static final SecretWords SECRETS =
      new SecretWords("secret", "secrets", "secret", "credential's secret", "SUNBIRD_SECRET", true);

  @Override
  public String words() {
    return "sunbird credential";
  }

  @Override
  public String noun() {
    return "Sunbird credential";
  }

  @Override
  public String path() {
    return "/api/v1/sunbird/credentials";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.of("KEY", "key"),
        Column.of("CONSUMER", "consumer"),
        Column.of("ALGORITHM", "algorithm"),
        Column.of("PROFILE", "profile"),
        Column.mark("DEFAULT", "default", "default"),
        Column.states("SECRETS", SECRETS));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new StoredCredentialOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new StoredCredentialOptions());
  }

  @Override
  public Optional<SecretWords> secrets() {
    return Optional.of(SECRETS);
  }

  @Override
  public String exampleName() {
    return "app-1-web";
  }

  @Override
  public String createExample() {
    return "--consumer app-1";
  }

  @Override
  public String changeExample() {
    return "--profile legacy --allow no-expiry";
  }
}
