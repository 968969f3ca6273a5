package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.remote.CommandGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  /** The group of them, {@code project} say. */
  public static CommandLine of(RemoteKind kind, Environment environment) {
    return of(kind, environment, List::of);
  }

  /** The same, with commands of the platform's own beside them. */
  public static CommandLine of(
      RemoteKind kind, Environment environment, Supplier<List<CommandLine>> more) {
    KindCommands commands = new KindCommands(kind, environment);
    return CommandGroup.of(
        kind.words().substring(kind.words().lastIndexOf(' ') + 1),
        "Each " + kind.noun() + " on a running server: create, list, show, change, delete.",
        "jeton " + kind.words() + " list",
        () -> Stream.concat(commands.all().stream(), more.get().stream()).toList());
  }

  private List<CommandLine> all() {
    List<CommandLine> all = new ArrayList<>();
    all.add(create());
    all.add(described(
        new ListCommand(kind, environment), "List them.", "", "--search " + kind.exampleName()));
    all.add(named(new ShowCommand(kind, environment), "Show one of them.", ""));
    all.add(change());
    kind.secrets().ifPresent(secrets -> {
      RotateCommand rotate = new RotateCommand(kind, environment);
      String from = secrets.signs() ? "signs from now on." : "counts at once.";
      CommandLine line =
          named(rotate, "Replace its " + secrets.noun() + ": the new one " + from, "--overlap 2h");
      mixIn(line, secrets, rotate.secret());
      all.add(line);
      all.add(secrets(secrets));
    });
    all.add(named(new DeleteCommand(kind, environment), "Delete it for good.", "--yes"));
    return all;
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
    kind.secrets().ifPresent(words -> mixIn(line, words, command.secret()));
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
    return CommandGroup.of(
        secrets.word(),
        "Each " + secrets.noun() + " of one of them: add, activate, retire, revoke.",
        "jeton " + words + " list " + kind.exampleName(),
        () -> {
          List<CommandLine> all = new ArrayList<>();
          all.add(add(secrets, words));
          all.add(HelpText.of(
              new ListSecretsCommand(kind, environment),
              "List them by their states, without the secrets.",
              words + " list NAME",
              words + " list " + kind.exampleName()));
          for (SecretAct act : SecretAct.values()) {
            all.add(act(secrets, words, act));
          }
          return all;
        });
  }

  private CommandLine add(SecretWords secrets, String words) {
    AddSecretCommand command = new AddSecretCommand(kind, environment);
    CommandLine line = HelpText.of(
        command,
        "Prepare another one beside the active one; it "
            + (secrets.signs() ? "verifies and does not sign yet." : "counts at once."),
        words + " add NAME",
        words + " add " + kind.exampleName());
    mixIn(line, secrets, command.secret());
    return line;
  }

  private CommandLine act(SecretWords secrets, String words, SecretAct act) {
    SecretActCommand command = new SecretActCommand(kind, environment, act);
    String example = words + " " + act.word() + " " + kind.exampleName() + " KEY";
    CommandLine line = HelpText.of(
        command, act.meaning(secrets.signs()), words + " " + act.word() + " NAME KEY", example);
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
    return HelpText.of(command, meaning, (words + " " + arguments).strip(), words + " " + example);
  }

  /** Where a secret may come from, unless the server makes each. */
  private static void mixIn(CommandLine line, SecretWords words, SecretOptions options) {
    if (words.signs()) {
      line.getCommandSpec().addMixin("secret", CommandSpec.forAnnotatedObject(options));
    }
  }

  private static void mixIn(CommandLine line, List<SpecOptions> options) {
    for (SpecOptions each : options) {
      line.getCommandSpec()
          .addMixin(each.getClass().getName(), CommandSpec.forAnnotatedObject(each));
    }
  }
}
