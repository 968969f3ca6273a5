package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** How far a long reading has come: one line on standard error, drawn over and wiped at the end. */
final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final String WIPE = "\r\u001b[K";

  private final @Nullable PrintStream terminal;
  private int shown = -1;

  private ProgressBar(@Nullable PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Draws where a person reads standard error, and nowhere else. */
  static ProgressBar on(Environment environment) {
    return new ProgressBar(environment.errIsTerminal() ? environment.err() : null);
  }

  void show(long done, long total) {
    int percent = total == 0 ? 100 : (int) (100.0 * done / total);
    if (terminal == null || percent == shown) {
      return;
    }
    shown = percent;
    int filled = percent * WIDTH / 100;
    terminal.print(WIPE + "verifying  " + "█".repeat(filled) + "░".repeat(WIDTH - filled) + "  "
        + percent + " %  " + mebibytes(done) + " of " + mebibytes(total) + " MiB");
    terminal.flush();
  }

  private static String mebibytes(long bytes) {
    return Long.toString((bytes + (1 << 19)) >> 20);
  }

  @Override
  public void close() {
    if (terminal != null && shown >= 0) {
      terminal.print(WIPE);
      terminal.flush();
    }
  }
}
