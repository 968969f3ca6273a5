package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.CommandGroup;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Makes the commands of a kind, with helps in its own words. */
public final class KindCommands {
  private final RemoteKind kind;
  private final Environment environment;

  private KindCommands(RemoteKind kind, Environment environment) {
    this.kind = kind;
    this.environment = environment;
  }

  /** The group of them, {@code project} say; a platform may add commands of its own to it. */
  public static CommandLine of(RemoteKind kind, Environment environment) {
    return new KindCommands(kind, environment).group();
  }

  private CommandLine group() {
    String name = kind.words().substring(kind.words().lastIndexOf(' ') + 1);
    CommandLine group = CommandGroup.of(
        name,
        kind.noun() + ": create, list, show, change and delete on a running server.",
        "jeton " + kind.words() + " list");
    add(group, create());
    add(
        group,
        described(
            new ListCommand(kind, environment),
            "List them.",
            "",
            "--search " + kind.exampleName()));
    add(group, named(new ShowCommand(kind, environment), "Show one of them.", ""));
    add(group, change());
    kind.secrets().ifPresent(secrets -> {
      add(
          group,
          named(
              new RotateCommand(kind, environment),
              "Replace its " + secrets.noun() + ": the new one signs from now on.",
              "--overlap 2h"));
      add(group, secrets(secrets));
    });
    add(group, named(new DeleteCommand(kind, environment), "Delete it for good.", "--yes"));
    return group;
  }

  private CommandLine create() {
    List<SpecOptions> options = kind.createOptions();
    CreateCommand command = new CreateCommand(kind, environment, options);
    String name = kind.nameMember().isPresent() ? kind.exampleName() : "";
    CommandLine line = described(
        command,
        "Create one on a running server.",
        kind.nameMember().isPresent() ? "NAME" : "",
        (name + " " + kind.createExample()).strip());
    mixIn(line, options);
    kind.secrets()
        .ifPresent(words -> line.getCommandSpec()
            .addMixin("secret", CommandSpec.forAnnotatedObject(command.secret())));
    return line;
  }

  private CommandLine change() {
    List<SpecOptions> options = kind.changeOptions();
    CommandLine line = named(
        new ChangeCommand(kind, environment, options),
        "Change what is given and nothing else.",
        kind.changeExample());
    mixIn(line, options);
    return line;
  }

  private CommandLine secrets(SecretWords secrets) {
    String words = kind.words() + " " + secrets.word();
    CommandLine group = CommandGroup.of(
        secrets.word(),
        "Each " + secrets.noun() + " of one of them: add, activate, retire, revoke.",
        "jeton " + words + " list " + kind.exampleName());
    add(
        group,
        HelpText.of(
            new AddSecretCommand(kind, environment),
            List.of(
                "Prepare another one beside the active one; it verifies and does not sign yet."),
            words + " add NAME",
            words + " add " + kind.exampleName()));
    add(
        group,
        HelpText.of(
            new ListSecretsCommand(kind, environment),
            List.of("List them by their states, without the secrets."),
            words + " list NAME",
            words + " list " + kind.exampleName()));
    for (SecretAct act : SecretAct.values()) {
      add(group, act(words, act));
    }
    return group;
  }

  private CommandLine act(String words, SecretAct act) {
    SecretActCommand command = new SecretActCommand(kind, environment, act);
    String example = words + " " + act.word() + " " + kind.exampleName() + " KEY";
    CommandLine line = HelpText.of(
        command, List.of(act.meaning()), words + " " + act.word() + " NAME KEY", example);
    line.getCommandSpec().name(act.word());
    if (act.takesOverlap()) {
      line.getCommandSpec().addMixin("overlap", CommandSpec.forAnnotatedObject(command.overlap()));
    }
    if (act.isFinal()) {
      line.getCommandSpec()
          .addMixin("confirmation", CommandSpec.forAnnotatedObject(command.confirmation()));
    }
    return line;
  }

  private CommandLine named(KindCommand command, String meaning, String options) {
    return described(command, meaning, "NAME", (kind.exampleName() + " " + options).strip());
  }

  private CommandLine described(
      KindCommand command, String meaning, String arguments, String example) {
    String words = kind.words() + " " + CommandSpec.forAnnotatedObject(command).name();
    return HelpText.of(
        command, List.of(meaning), (words + " " + arguments).strip(), words + " " + example);
  }

  private static void mixIn(CommandLine line, List<SpecOptions> options) {
    for (SpecOptions each : options) {
      line.getCommandSpec()
          .addMixin(each.getClass().getName(), CommandSpec.forAnnotatedObject(each));
    }
  }

  private static void add(CommandLine parent, CommandLine child) {
    parent.addSubcommand(child.getCommandName(), child);
  }
}
