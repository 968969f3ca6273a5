package dev.jeton.server.boot;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.audit.AuditSettings;
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
import java.util.ServiceLoader;
import picocli.CommandLine;

/** The entry: {@code serve [--host ...] [--port ...] [--data ...] [--config ...]}. */
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
      "JETON_BUILD");

  private Serve() {}

  public static void main(String... args) {
    ServeCommand command = new ServeCommand();
    CommandLine line = new CommandLine(command);
    String[] words = args.length > 0 && args[0].equals("serve")
        ? Arrays.copyOfRange(args, 1, args.length)
        : args;
    try {
      line.parseArgs(words);
    } catch (CommandLine.ParameterException e) {
      System.err.println("jeton serve: " + e.getMessage() + "; --help shows what can be given");
      System.exit(WRONG_USAGE);
    }
    if (command.help()) {
      line.usage(System.out);
      return;
    }
    Loaded loaded = new SettingsLoader(sections(), OTHER_NAMES)
        .load(new SettingsSources(
            command.settings(), System.getenv(), Path.of(""), command.config()));
    if (loaded instanceof Loaded.Faulty faulty) {
      faulty.faults().stream().map(Fault::line).forEach(System.err::println);
      System.exit(WRONG_USAGE);
    } else if (loaded instanceof Loaded.Complete complete) {
      start(complete.settings());
    }
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

  private static void start(Settings settings) {
    HttpSettings http = settings.get(HttpSettings.class);
    try {
      Path folder = settings.get(DataSettings.class).folder();
      Surroundings.refuseOpen(http, settings.get(AccessSettings.class));
      Surroundings.checkReadable(http.tlsCertificate(), "http.tls-certificate");
      Surroundings.checkReadable(http.tlsKey(), "http.tls-key");
      Surroundings.checkAccessLog(http);
      Surroundings.checkPort(http);
      Surroundings.makeFolder(folder);
      Secret adminToken = AdminToken.read(folder, new SecureRandom());
      Prepared.handOver(
          new Prepared(settings, adminToken, AuditStart.start(settings.get(AuditSettings.class))));
    } catch (StartFault e) {
      System.err.println(e.line());
      System.exit(e.isSetting() ? WRONG_USAGE : FAULT);
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
