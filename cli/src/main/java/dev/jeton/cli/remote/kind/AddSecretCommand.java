package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code add} of a secret: prepares one beside the active one. */
@Command(name = "add")
final class AddSecretCommand extends KindCommand {
  @Mixin
  private RefArgument which = new RefArgument();

  @Mixin
  private SecretOptions secret = new SecretOptions();

  @Mixin
  private VersionOptions version = new VersionOptions();

  @Mixin
  private RepeatOptions repeat = new RepeatOptions();

  AddSecretCommand(RemoteKind kind, Environment environment) {
    super(kind, environment);
  }

  @Override
  protected void run(Server server) {
    SecretWords words = secrets();
    Members members = new Members();
    secret.write(environment(), words, members);
    Ask ask = Ask.post(path(which.ref()) + "/" + words.segment(), members.object());
    JsonObject line = server.ask(repeat.on(version.on(ask, null))).body();
    if (json()) {
      print(line);
      return;
    }
    KeyLine key = new KeyLine(line);
    say(environment().style().good("prepared"));
    environment()
        .out()
        .print(new Table()
            .row("key", key.id())
            .row("state", key.summary())
            .text(environment().style()));
    showOnce(words, line);
  }
}
