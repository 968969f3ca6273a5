package dev.jeton.server.boot;

import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.Fault;
import dev.jeton.server.settings.Loaded;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.settings.SettingsLoader;
import dev.jeton.server.settings.SettingsSection;
import dev.jeton.server.settings.SettingsSources;
import dev.jeton.tokens.Secret;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The entry: {@code serve} or {@code restore}, each with its options. */
@QuarkusMain
public final class Serve {
  private static final int WRONG_USAGE = 2;
  private static final int FAULT = 3;

  /** Names that the launcher and the command line read, not the server. */
  private static final List<String> OTHER_NAMES = List.of(
      "JETON_SERVER",
      "JETON_TOKEN_FILE",
      "JETON_JAVA_HOME",
      "JETON_JAVA_OPTS",
      "JETON_CLI_JAVA_OPTS",
      "JETON_BUILD",
      BackupPassphrase.VARIABLE,
      BackupPassphrase.FILE_VARIABLE);

  private Serve() {}

  public static void main(String... args) {
    if (args.length > 0 && args[0].equals("restore")) {
      restore(Arrays.copyOfRange(args, 1, args.length));
    } else if (args.length > 0 && args[0].equals("serve")) {
      serve(Arrays.copyOfRange(args, 1, args.length));
    } else {
      serve(args);
    }
  }

  private static void serve(String... words) {
    ServeCommand command = new ServeCommand();
    CommandLine line = parsed(command, words);
    if (command.help()) {
      line.usage(System.out);
      return;
    }
    Loaded loaded = loaded(command.settings(), command.config());
    if (loaded instanceof Loaded.Faulty faulty) {
      faulty.faults().stream().map(Fault::line).forEach(System.err::println);
      Set<String> wrong =
          faulty.faults().stream().map(Fault::key).collect(Collectors.toUnmodifiableSet());
      StartChecks.faults(faulty.readable(), wrong).stream()
          .map(StartFault::line)
          .forEach(System.err::println);
      System.exit(WRONG_USAGE);
    } else if (loaded instanceof Loaded.Complete complete) {
      List<StartFault> faults = StartChecks.faults(complete.settings(), Set.of());
      if (faults.isEmpty()) {
        start(complete.settings());
      } else {
        refuse(faults);
      }
    }
  }

  private static void restore(String... words) {
    RestoreCommand command = new RestoreCommand();
    CommandLine line = parsed(command, words);
    if (command.help()) {
      line.usage(System.out);
      return;
    }
    Loaded loaded = loaded(command.settings(), command.config());
    if (loaded instanceof Loaded.Faulty faulty) {
      faulty.faults().stream().map(Fault::line).forEach(System.err::println);
      System.exit(WRONG_USAGE);
    } else if (loaded instanceof Loaded.Complete complete) {
      try {
        new Restore(command, System.getenv()).run(complete.settings()).forEach(System.out::println);
      } catch (StartFault e) {
        refuse(List.of(e));
      }
    }
  }

  private static CommandLine parsed(Object command, String... words) {
    CommandLine line = new CommandLine(command);
    try {
      line.parseArgs(words);
    } catch (CommandLine.ParameterException e) {
      System.err.println(
          line.getCommandName() + ": " + e.getMessage() + "; --help shows what can be given");
      System.exit(WRONG_USAGE);
    }
    return line;
  }

  private static Loaded loaded(Map<String, String> given, @Nullable Path config) {
    return new SettingsLoader(sections(), OTHER_NAMES)
        .load(new SettingsSources(given, System.getenv(), Path.of(""), config));
  }

  /** The sections of all rooms. */
  static List<SettingsSection<?>> sections() {
    List<SettingsSection<?>> sections = new ArrayList<>();
    for (SettingsSection<?> section :
        ServiceLoader.load(SettingsSection.class, Serve.class.getClassLoader())) {
      sections.add(section);
    }
    return sections;
  }

  private static void refuse(List<StartFault> faults) {
    faults.stream().map(StartFault::line).forEach(System.err::println);
    System.exit(faults.stream().anyMatch(StartFault::isSetting) ? WRONG_USAGE : FAULT);
  }

  private static void start(Settings settings) {
    HttpSettings http = settings.get(HttpSettings.class);
    try {
      Path folder = settings.get(DataSettings.class).folder();
      Surroundings.makeFolder(folder);
      StoreStart store = StoreStart.look(settings);
      Secret adminToken = AdminToken.read(folder, new SecureRandom());
      GroupCommitLog audit = AuditStart.start(settings.get(AuditSettings.class));
      StoreStart.Opened opened = store.open();
      Openness.check(settings, opened.snapshot());
      Prepared.handOver(new Prepared(settings, adminToken, audit, opened));
    } catch (StartFault e) {
      refuse(List.of(e));
    }
    FrameworkSettings.of(http).forEach(System::setProperty);
    Ending ending = new Ending();
    ending.watchForSignals();
    Quarkus.run(Running.class, (status, fault) -> {
      if (fault == null || ending.asked()) {
        ending.end(fault == null ? status : 0);
        return;
      }
      System.err.println(StartFault.lineFor(fault, http));
      ending.end(FAULT);
    });
  }
}
