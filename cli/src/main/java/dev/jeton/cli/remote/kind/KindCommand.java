package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Answer;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.cli.remote.ShownOnce;
import dev.jeton.tokens.json.JsonObject;

/** What the commands of a kind share. */
abstract class KindCommand extends RemoteCommand {
  private final RemoteKind kind;

  KindCommand(RemoteKind kind, Environment environment) {
    super(environment);
    this.kind = kind;
  }

  final RemoteKind kind() {
    return kind;
  }

  final SecretWords secrets() {
    return kind.secrets()
        .orElseThrow(() -> new UsageException("a " + kind.noun() + " has no secret of its own"));
  }

  final String path(String ref) {
    return kind.path() + "/" + Ask.segment(ref);
  }

  /** The thing as it is now. */
  final Answer read(Server server, String ref) {
    return server.ask(Ask.get(path(ref)));
  }

  /** Says what was done, shows the thing, and a new secret last. */
  final void show(String done, JsonObject thing) {
    if (json()) {
      print(thing);
      return;
    }
    say(environment().style().good(done));
    new Shown(kind, environment()).print(thing);
    kind.secrets().ifPresent(secrets -> showOnce(secrets, thing));
  }

  final void showOnce(SecretWords secrets, JsonObject answer) {
    answer
        .text(secrets.member())
        .ifPresent(secret -> ShownOnce.print(environment(), "the " + secrets.noun(), secret));
  }
}
