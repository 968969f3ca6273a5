package dev.jeton.cli.policy;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;

/** {@code policy}: what callers may have minted. */
final class PolicyKind implements RemoteKind {
  static final String PATH = "/api/v1/policies";

  @Override
  public String words() {
    return "policy";
  }

  @Override
  public String noun() {
    return "policy";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.of("PLATFORMS", "platforms"),
        Column.of("PROJECTS", "projects"),
        Column.of("READY MADE", "readyMade"),
        Column.seconds("MAX TTL", "maxTtlSeconds"),
        Column.of("POWERS", "powers"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new PolicyOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new PolicyOptions());
  }

  @Override
  public String exampleName() {
    return "shop-listeners";
  }

  @Override
  public String createExample() {
    return "--project shop --ready-made listen-only --max-ttl 10m";
  }

  @Override
  public String changeExample() {
    return "--max-ttl 5m";
  }
}
