package dev.jeton.cli.sunbird;

import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code sunbird group}: groups of APIs that consumers may call. */
final class GroupKind implements RemoteKind {
  @Override
  public String words() {
    return "sunbird group";
  }

  @Override
  public String noun() {
    return "Sunbird group";
  }

  @Override
  public String path() {
    return "/api/v1/sunbird/groups";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("CODE", "code"),
        Column.of("TITLE", "title"),
        Column.of("ENVIRONMENT", "environment"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new GroupOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new GroupOptions());
  }

  @Override
  public Optional<String> nameMember() {
    return Optional.of("code");
  }

  @Override
  public String exampleName() {
    return "contentAccess";
  }

  @Override
  public String createExample() {
    return "--title 'Read content'";
  }

  @Override
  public String changeExample() {
    return "--environment production";
  }

  /** What a group is. */
  static final class GroupOptions implements SpecOptions {
    @Option(names = "--title", paramLabel = "TEXT", description = "What people call it.")
    private @Nullable String title;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it opens.")
    private @Nullable String description;

    @Option(
        names = "--environment",
        paramLabel = "WORD",
        description = "Where its APIs are, such as qa or production.")
    private @Nullable String environment;

    @Override
    public void write(Members members) {
      members
          .text("title", title)
          .text("description", description)
          .text("environment", environment);
    }

    @Override
    public String heading() {
      return "Group";
    }
  }
}
