package dev.jeton.cli.console;

import java.io.PrintStream;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** How far long work has come: one line on standard error, drawn over and wiped at the end. */
public final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final String WIPE = "\r\u001b[K";

  private final @Nullable PrintStream terminal;
  private final String work;
  private final LongFunction<String> amount;
  private final String unit;
  private String shown = "";

  private ProgressBar(
      Environment environment, String work, LongFunction<String> amount, String unit) {
    this.terminal = environment.errIsTerminal() ? environment.err() : null;
    this.work = work;
    this.amount = amount;
    this.unit = unit;
  }

  /** Draws where a person reads standard error, and nowhere else. */
  public static ProgressBar ofBytes(Environment environment, String work) {
    return new ProgressBar(environment, work, ProgressBar::mebibytes, "MiB");
  }

  /** The same for what is counted in that unit. */
  public static ProgressBar ofCount(Environment environment, String work, String unit) {
    return new ProgressBar(environment, work, Long::toString, unit);
  }

  /** So much of all is done; a negative total is one that nobody knows. */
  public void show(long done, long total) {
    String line = total < 0 ? amount.apply(done) + " " + unit : share(done, total);
    if (terminal == null || line.equals(shown)) {
      return;
    }
    shown = line;
    terminal.print(WIPE + work + "  " + line);
    terminal.flush();
  }

  private String share(long done, long total) {
    int percent = total == 0 ? 100 : (int) (100.0 * done / total);
    int filled = percent * WIDTH / 100;
    return "█".repeat(filled) + "░".repeat(WIDTH - filled) + "  " + percent + " %  "
        + amount.apply(done) + " of " + amount.apply(total) + " " + unit;
  }

  private static String mebibytes(long bytes) {
    return Long.toString((bytes + (1 << 19)) >> 20);
  }

  @Override
  public void close() {
    if (terminal != null && !shown.isEmpty()) {
      terminal.print(WIPE);
      terminal.flush();
    }
  }
}
