package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Server;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code create}. */
@Command(name = "create")
final class CreateCommand extends KindCommand {
  private final List<SpecOptions> options;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Its name.")
  private @Nullable String name;

  /** Stands under the secret's heading, where the kind has a secret. */
  private final SecretOptions secret = new SecretOptions();

  @Mixin
  private RepeatOptions repeat = new RepeatOptions();

  CreateCommand(RemoteKind kind, Environment environment, List<SpecOptions> options) {
    super(kind, environment);
    this.options = options;
  }

  SecretOptions secret() {
    return secret;
  }

  @Override
  protected void run(Server server) {
    Members members = new Members();
    kind().nameMember().ifPresent(member -> members.text(member, requiredName()));
    if (kind().nameMember().isEmpty() && name != null) {
      throw new UsageException("the server names it; there is one argument too many");
    }
    options.forEach(each -> each.write(members));
    kind().secrets().ifPresent(words -> secret.write(environment(), words, members));
    show(
        "created",
        server.ask(repeat.on(Ask.post(kind().path(), members.object()))).body());
  }

  private String requiredName() {
    if (name == null) {
      throw new UsageException("missing: NAME");
    }
    return name;
  }
}
