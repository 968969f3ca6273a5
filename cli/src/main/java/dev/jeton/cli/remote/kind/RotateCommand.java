package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code rotate}. */
@Command(name = "rotate")
final class RotateCommand extends KindCommand {
  @Mixin
  private RefArgument which = new RefArgument();

  @Mixin
  private SecretOptions secret = new SecretOptions();

  @Mixin
  private OverlapOptions overlap = new OverlapOptions();

  @Mixin
  private VersionOptions version = new VersionOptions();

  @Mixin
  private RepeatOptions repeat = new RepeatOptions();

  RotateCommand(RemoteKind kind, Environment environment) {
    super(kind, environment);
  }

  @Override
  protected void run(Server server) {
    Members members = new Members();
    secret.write(environment(), secrets(), members);
    overlap.write(members);
    Ask ask = Ask.post(path(which.ref()) + "/rotate", members.object());
    show("rotated", server.ask(repeat.on(version.on(ask, null))).body());
  }
}
