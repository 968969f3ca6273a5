package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Server;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code change}. */
@Command(name = "change")
final class ChangeCommand extends KindCommand {
  private final List<SpecOptions> options;

  @Mixin
  private RefArgument which = new RefArgument();

  @Mixin
  private Rest rest = new Rest();

  @Mixin
  private VersionOptions version = new VersionOptions();

  /** What every kind can have changed. */
  static final class Rest implements OptionGroup {
    @Option(names = "--rename", paramLabel = "NAME", description = "Give it this name.")
    private @Nullable String name;

    @Option(
        names = "--reset",
        paramLabel = "MEMBER",
        description = "Set this member back to its default; its word is that of show --json. May be"
            + " given again.")
    private List<String> reset = List.of();

    @Override
    public String heading() {
      return "Any";
    }
  }

  ChangeCommand(RemoteKind kind, Environment environment, List<SpecOptions> options) {
    super(kind, environment);
    this.options = options;
  }

  @Override
  protected void run(Server server) {
    Members members = members();
    Ask ask = Ask.patch(path(which.ref()), members.object());
    String read = version.isGiven() ? null : read(server, which.ref()).etag();
    show("changed", server.ask(version.on(ask, read)).body());
  }

  private Members members() {
    Members members = new Members();
    if (rest.name != null) {
      members.text(
          kind()
              .nameMember()
              .orElseThrow(() -> new UsageException("--rename: the server names it, for good")),
          rest.name);
    }
    options.forEach(each -> each.write(members));
    for (String member : rest.reset) {
      if (members.has(member)) {
        throw new UsageException("--reset: that member is given a value too");
      }
      members.reset(member);
    }
    if (members.isEmpty()) {
      throw new UsageException("nothing to change was given");
    }
    return members;
  }
}
