package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Confirmation;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code reveal}: shows a stored secret again, where the server's settings allow that. The secret alone
 * goes to standard output, so that it can be piped; onto a terminal only after a question.
 */
@Command(name = "reveal")
public final class RevealCommand extends KindCommand {
  @Mixin
  private RefArgument which = new RefArgument();

  @Mixin
  private Version version = new Version();

  @Mixin
  private Confirmation confirmation = new Confirmation();

  /** Which of its secrets. */
  static final class Version implements OptionGroup {
    @Option(
        names = "--key",
        paramLabel = "KEY",
        description = "The secret's id, as list prints it. Without it: the active one.")
    private @Nullable String key;

    @Override
    public String heading() {
      return "Secret";
    }
  }

  private RevealCommand(RemoteKind kind, Environment environment) {
    super(kind, environment);
  }

  /** The command of that kind, which must have secrets. */
  public static CommandLine of(RemoteKind kind, Environment environment) {
    RevealCommand command = new RevealCommand(kind, environment);
    return HelpText.of(
        command,
        "Show its stored " + command.secrets().noun() + " again; the server must have vault.reveal"
            + " set.",
        kind.words() + " reveal NAME",
        kind.words() + " reveal " + kind.exampleName() + " --yes");
  }

  @Override
  protected void run(Server server) {
    SecretWords words = secrets();
    JsonObject thing = read(server, which.ref()).body();
    String id = thing.text("id").orElse(which.ref());
    String name = thing.text("name").orElse(which.ref());
    String key = version.key == null ? active(words, thing) : version.key;
    if (environment().outIsTerminal()) {
      confirmation.ask(
          environment(), "This shows the " + words.noun() + " on this terminal.", name);
    }
    JsonObject answer = server
        .ask(Ask.post(
            path(id) + "/" + words.segment() + "/" + Ask.segment(key) + "/reveal",
            JsonObject.builder().build()))
        .body();
    String secret = answer
        .text(words.member())
        .orElseThrow(() -> new FaultException("the server's answer has no " + words.noun()));
    environment()
        .warn("whoever sees this " + words.noun() + " can make tokens of " + VisibleText.of(name)
            + "; keep it out of mails, tickets and shell histories");
    if (json()) {
      print(answer);
      return;
    }
    if (environment().outIsTerminal() && !VisibleText.isPlain(secret)) {
      throw new UsageException(
          "it has characters that a terminal does not show; write it into a file");
    }
    environment().out().println(secret);
  }

  private static String active(SecretWords words, JsonObject thing) {
    return KeyLine.of(thing, words.segment()).stream()
        .filter(KeyLine::isActive)
        .findFirst()
        .map(KeyLine::id)
        .orElseThrow(() -> new UsageException(
            "it has no active " + words.noun() + "; give --key with the id of another"));
  }
}
