package dev.jeton.cli.agora;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SecretWords;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import java.util.Optional;

/** {@code jeton agora project}: the projects that a running server keeps. */
final class StoredProject implements RemoteKind {
  static final String WORDS = "agora project";
  static final String PATH = "/api/v1/agora/projects";

  private static final SecretWords CERTIFICATES = new SecretWords(
      "certificate",
      "certificates",
      "certificate",
      "App Certificate",
      "AGORA_APP_CERTIFICATE",
      true);

  @Override
  public String words() {
    return WORDS;
  }

  @Override
  public String noun() {
    return "Agora project";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.of("APP ID", "appId"),
        Column.of("AUTHENTICATION", "authentication"),
        Column.of("VERSION", "tokenVersion"),
        Column.states("CERTIFICATES", CERTIFICATES),
        Column.mark("DEFAULT", "default", "default"),
        Column.of("MANAGED BY", "managedBy"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new StoredProjectOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new StoredProjectOptions());
  }

  @Override
  public Optional<SecretWords> secrets() {
    return Optional.of(CERTIFICATES);
  }

  @Override
  public String exampleName() {
    return "shop";
  }

  @Override
  public String createExample() {
    return "--app-id 0123456789abcdef0123456789abcdef --secret-file cert.txt --max-ttl 2h";
  }

  @Override
  public String changeExample() {
    return "--authentication token --ttl 10m";
  }
}
