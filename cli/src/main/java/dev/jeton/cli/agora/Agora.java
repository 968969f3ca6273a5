package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import dev.jeton.cli.remote.CommandGroup;
import dev.jeton.cli.remote.kind.KindCommands;
import dev.jeton.cli.remote.kind.RevealCommand;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Agora: {@code mint agora rtc|rtm|chat}, {@code verify agora}, {@code agora project}, and 007 and 006
 * in inspect.
 */
public final class Agora implements Platform {
  @Override
  public CommandLine mint(Environment environment) {
    return new CommandLine(new MintAgoraCommand())
        .addSubcommand(new MintRtcCommand(environment))
        .addSubcommand(new MintRtmCommand(environment))
        .addSubcommand(new MintChatCommand(environment));
  }

  @Override
  public CommandLine verify(Environment environment) {
    return new CommandLine(new VerifyAgoraCommand(environment));
  }

  @Override
  public List<CommandLine> commands(Environment environment) {
    return List.of(CommandGroup.of(
        "agora",
        "What a running server keeps for Agora: projects and their App Certificates.",
        "jeton agora project list",
        () -> List.of(projects(environment))));
  }

  private static CommandLine projects(Environment environment) {
    StoredProject kind = new StoredProject();
    return KindCommands.of(
        kind,
        environment,
        () -> List.of(
            RevealCommand.of(kind, environment),
            new CommandLine(new TemporaryTokenCommand(environment)),
            new CommandLine(new KickCommand(environment))));
  }

  @Override
  public List<CommandLine> imports(Environment environment) {
    return List.of(new CommandLine(new ImportTokenServiceCommand(environment)));
  }

  @Override
  public Optional<Inspection> inspect(String token) {
    return AgoraInspector.inspect(token);
  }

  @Override
  public List<String> kinds() {
    return List.of(AgoraInspector.KIND_007, AgoraInspector.KIND_006);
  }
}
