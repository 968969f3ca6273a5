package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Confirmation;
import dev.jeton.cli.remote.Server;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code activate}, {@code retire}, {@code revoke}, {@code enable} or {@code disable} of a secret. */
@Command
final class SecretActCommand extends KindCommand {
  private final SecretAct act;

  @Mixin
  private RefArgument which = new RefArgument();

  @Parameters(index = "1", paramLabel = "KEY", description = "The secret's id, as list prints it.")
  private String key = "";

  private final OverlapOptions overlap = new OverlapOptions();
  private final Confirmation confirmation = new Confirmation();

  @Mixin
  private VersionOptions version = new VersionOptions();

  @Mixin
  private RepeatOptions repeat = new RepeatOptions();

  SecretActCommand(RemoteKind kind, Environment environment, SecretAct act) {
    super(kind, environment);
    this.act = act;
  }

  OverlapOptions overlap() {
    return overlap;
  }

  Confirmation confirmation() {
    return confirmation;
  }

  @Override
  protected void run(Server server) {
    SecretWords words = secrets();
    if (act.isFinal()) {
      confirmation.ask(
          environment(), "This deletes the " + words.noun() + "; its tokens end now.", key);
    }
    Members members = new Members();
    overlap.write(members);
    String path =
        path(which.ref()) + "/" + words.segment() + "/" + Ask.segment(key) + "/" + act.word();
    Ask ask = version.on(Ask.post(path, members.object()), null);
    show(act.done(), server.ask(repeat.on(ask)).body());
  }
}
