package dev.jeton.cli.sunbird;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code sunbird consumer}: applications and people that call APIs. */
final class ConsumerKind implements RemoteKind {
  @Override
  public String words() {
    return "sunbird consumer";
  }

  @Override
  public String noun() {
    return "Sunbird consumer";
  }

  @Override
  public String path() {
    return "/api/v1/sunbird/consumers";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("USERNAME", "username"),
        Column.of("GROUPS", "groups"),
        Column.mark("ENABLED", "enabled", "yes"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new ConsumerOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new ConsumerOptions());
  }

  @Override
  public Optional<String> nameMember() {
    return Optional.of("username");
  }

  @Override
  public String exampleName() {
    return "app-1";
  }

  @Override
  public String createExample() {
    return "--group contentAccess --group userAccess";
  }

  @Override
  public String changeExample() {
    return "--no-enabled";
  }

  /** What a consumer is. */
  static final class ConsumerOptions implements SpecOptions {
    @Option(
        names = "--group",
        paramLabel = "CODE",
        description = "A group whose APIs it may call. May be given again; those that are given are"
            + " all that it has then. --reset groups takes all away.")
    private @Nullable List<String> groups;

    @Option(names = "--description", paramLabel = "TEXT", description = "Whose it is, say.")
    private @Nullable String description;

    @Option(
        names = "--enabled",
        negatable = true,
        description = "Its credentials mint and verify. With --no-enabled they do not, and keep"
            + " their secrets.")
    private @Nullable Boolean enabled;

    @Override
    public void write(Members members) {
      members.texts("groups", groups).text("description", description).truth("enabled", enabled);
    }

    @Override
    public String heading() {
      return "Consumer";
    }
  }
}
