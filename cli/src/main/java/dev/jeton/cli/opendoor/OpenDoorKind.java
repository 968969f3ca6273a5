package dev.jeton.cli.opendoor;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;

/** {@code jeton open-door create|list|show|change|delete}. */
final class OpenDoorKind implements RemoteKind {
  @Override
  public String words() {
    return "open-door";
  }

  @Override
  public String noun() {
    return "open door";
  }

  @Override
  public String path() {
    return "/api/v1/open-doors";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.of("DOOR", "door"),
        Column.mark("OPEN", "enabled", "yes"),
        Column.of("POLICY", "policyName"),
        Column.of("PER NETWORK", "perNetwork"),
        Column.of("IN TOTAL", "inTotal"),
        Column.of("ORIGINS", "origins"),
        Column.of("GUARD", "guard"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new OpenDoorOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new OpenDoorOptions());
  }

  @Override
  public String exampleName() {
    return "call-us";
  }

  @Override
  public String createExample() {
    return "--door 'GET /callparameters' --policy help-desk --guard proof-of-work"
        + " --origin https://www.example.com";
  }

  @Override
  public String changeExample() {
    return "--no-enabled";
  }
}
