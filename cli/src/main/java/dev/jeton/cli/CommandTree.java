package dev.jeton.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;

import dev.jeton.cli.apply.ApplyCommand;
import dev.jeton.cli.audit.AuditCommand;
import dev.jeton.cli.backup.BackupCommand;
import dev.jeton.cli.caller.CallerCommands;
import dev.jeton.cli.console.Environment;
import dev.jeton.cli.importing.ImportCommands;
import dev.jeton.cli.opendoor.OpenDoorCommands;
import dev.jeton.cli.people.PersonKind;
import dev.jeton.cli.platform.Platform;
import dev.jeton.cli.policy.PolicyCommands;
import dev.jeton.cli.remote.CommandGroup;
import dev.jeton.cli.revocation.RevocationCommands;
import dev.jeton.cli.settings.SettingsCommands;
import dev.jeton.cli.vault.VaultCommands;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, and what holds for each of them. */
final class CommandTree {
  private static final int HELP_WIDTH = 100;

  private final Environment environment;
  private final Failures failures;
  private final List<Platform> platforms;

  CommandTree(Environment environment, Failures failures, List<Platform> platforms) {
    this.environment = environment;
    this.failures = failures;
    this.platforms = platforms;
  }

  /** What these arguments need; the rest is named without what stands under it. */
  CommandLine commandLine(String... args) {
    CommandLine root = bare();
    CommandGroup.fill(root, args);
    return finish(root);
  }

  CommandLine whole() {
    CommandLine root = bare();
    CommandGroup.fillAll(root);
    return finish(root);
  }

  private CommandLine bare() {
    CommandLine mint = new CommandLine(new MintCommand());
    CommandLine verify = new CommandLine(new VerifyCommand());
    for (Platform platform : platforms) {
      add(mint, platform.mint(environment));
      add(verify, platform.verify(environment));
    }
    Examples.ofSubcommands(mint);
    Examples.ofSubcommands(verify);
    CommandLine root = new CommandLine(new JetonCommand());
    root.getCommandSpec()
        .addOption(OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version.")
            .build());
    // Whatever follows it is for the server, which this only points at.
    add(root, new CommandLine(new ServeCommand()).setUnmatchedArgumentsAllowed(true));
    add(root, mint);
    add(root, verify);
    add(root, InspectCommand.commandLine(environment, platforms));
    for (Platform platform : platforms) {
      platform.commands(environment).forEach(command -> add(root, command));
    }
    add(root, CallerCommands.group(environment));
    add(root, PolicyCommands.group(environment));
    add(root, RevocationCommands.group(environment));
    add(root, OpenDoorCommands.group(environment));
    add(root, AuditCommand.tree(environment));
    add(root, ApplyCommand.commandLine(environment));
    add(root, PersonKind.group(environment));
    add(root, ImportCommands.group(environment, platforms));
    add(root, SettingsCommands.group(environment));
    add(root, VaultCommands.group(environment));
    add(root, BackupCommand.commandLine(environment));
    add(root, new CommandLine(new RestoreCommand()).setUnmatchedArgumentsAllowed(true));
    return root;
  }

  private CommandLine finish(CommandLine root) {
    addHelp(root);
    configure(root);
    return root;
  }

  private static void add(CommandLine parent, CommandLine child) {
    parent.addSubcommand(child.getCommandName(), child);
  }

  private static Help help(CommandSpec command, Help.ColorScheme colours) {
    command.usageMessage().sectionMap().put(SECTION_KEY_OPTION_LIST_HEADING, help -> "");
    command.usageMessage().sectionMap().put(SECTION_KEY_OPTION_LIST, new GroupedOptions());
    return new Help(command, colours);
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help.")
            .build());
    command.getSubcommands().values().forEach(CommandTree::addHelp);
  }

  private void configure(CommandLine root) {
    root.setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setUsageHelpWidth(HELP_WIDTH)
        .setHelpFactory(CommandTree::help)
        .setColorScheme(
            Help.defaultColorScheme(environment.style().coloured() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }
}
