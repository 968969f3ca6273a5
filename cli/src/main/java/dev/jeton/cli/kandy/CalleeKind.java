package dev.jeton.cli.kandy;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import java.util.Optional;

/** {@code jeton kandy callee}. */
final class CalleeKind implements RemoteKind {
  @Override
  public String words() {
    return "kandy callee";
  }

  @Override
  public String noun() {
    return "callee";
  }

  @Override
  public String path() {
    return "/api/v1/kandy/callees";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("ADDRESS", "address"),
        Column.mark("CALL ME", "callMe", "on"),
        Column.mark("CLOSED", "noCallsNow", "closed"),
        Column.mark("UNRESTRICTED", "unrestricted", "unrestricted"),
        Column.of("REALM", "realm"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new CalleeOptions(), new HoursOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return createOptions();
  }

  @Override
  public Optional<String> nameMember() {
    return Optional.of("address");
  }

  @Override
  public String exampleName() {
    return "help@example.com";
  }

  @Override
  public String createExample() {
    return "--hours 'mon-fri 09:00-17:00' --time-zone Europe/Berlin";
  }

  @Override
  public String changeExample() {
    return "--block-caller 'evil-*'";
  }
}
