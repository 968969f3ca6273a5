package dev.jeton.cli.people;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.kind.Column;
import dev.jeton.cli.remote.kind.KindCommands;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.RemoteKind;
import dev.jeton.cli.remote.kind.SpecOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code jeton person}. */
public final class PersonKind implements RemoteKind {
  static final String PATH = "/api/v1/people";

  /** The group of its commands. */
  public static CommandLine group(Environment environment) {
    return KindCommands.of(
        new PersonKind(),
        environment,
        () -> List.of(
            new CommandLine(new LinkCommand(environment)),
            new CommandLine(new UnlockCommand(environment)),
            new CommandLine(new SignOutCommand(environment))));
  }

  @Override
  public String words() {
    return "person";
  }

  @Override
  public String noun() {
    return "person";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.of("NAME", "name"),
        Column.of("ROLES", "roles"),
        Column.mark("ENABLED", "enabled", "yes"),
        Column.mark("PASSWORD", "hasPassword", "yes"),
        Column.of("LOCKED UNTIL", "lockedUntil"),
        Column.of("SESSIONS", "sessions"),
        Column.of("MAIL", "mail"));
  }

  @Override
  public List<SpecOptions> createOptions() {
    return List.of(new Who(), new SubjectOptions());
  }

  @Override
  public List<SpecOptions> changeOptions() {
    return List.of(new Who(), new SubjectOptions());
  }

  @Override
  public String exampleName() {
    return "alice";
  }

  @Override
  public String createExample() {
    return "--role auditor --mail alice@example.com";
  }

  @Override
  public String changeExample() {
    return "--role operator --role approver";
  }

  /** Who it is. */
  static final class Who implements SpecOptions {
    @Option(
        names = "--role",
        paramLabel = "ROLE",
        description =
            "operator, approver, auditor or developer; several by repeating it. All that the"
                + " person has are given.")
    private @Nullable List<String> roles;

    @Option(names = "--mail", paramLabel = "ADDRESS", description = "Where links are mailed to.")
    private @Nullable String mail;

    @Option(
        names = "--enabled",
        negatable = true,
        description = "Whether the person may sign in; --no-enabled ends what is open at once.")
    private @Nullable Boolean enabled;

    @Override
    public void write(Members members) {
      members.texts("roles", roles).text("mail", mail).truth("enabled", enabled);
    }

    @Override
    public String heading() {
      return "Person";
    }
  }
}
