package dev.jeton.cli;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.SecretPrompt;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** The environment of the process that runs. */
final class RunningProcess {
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;

  private RunningProcess() {}

  static Environment environment() {
    return new Environment(
        System.getenv(),
        InstantSource.system(),
        SecureRandom::new,
        System.in,
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        RunningProcess::prompt,
        isTerminal(STANDARD_OUTPUT),
        isTerminal(STANDARD_ERROR));
  }

  /** JSON is UTF-8 whatever the locale is, and Java 17 would follow the locale. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    FileOutputStream file = new FileOutputStream(descriptor);
    return new PrintStream(new BufferedOutputStream(file), true, StandardCharsets.UTF_8);
  }

  private static Optional<SecretPrompt> prompt() {
    return Optional.ofNullable(System.console())
        .filter(RunningProcess::isTerminal)
        .map(console -> question -> console.readPassword("%s", question));
  }

  /** From JDK 22 on there is a console without a terminal too, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Java cannot tell for one stream alone; Linux can. Elsewhere nothing is coloured. */
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(descriptor)))
          .toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
