package dev.jeton.server.crash;

import dev.jeton.server.RunningServer;
import dev.jeton.server.admin.LampProcess;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle of writes. {@code ./jeton test crash} does a thousand rounds of it, the
 * usual run ten. A seed makes the same choices again, though not at the same moments.
 */
class CrashIT {
  private static final int ROUNDS = Integer.getInteger("jeton.crash.rounds", 10);
  private static final long SEED = Long.getLong("jeton.crash.seed", new Random().nextLong());

  /** So many rounds on one folder; then a new one, whose tables are made first. */
  private static final int ON_ONE_FOLDER = 50;

  @TempDir
  Path folder;

  /** Seven of ten rounds. */
  @Test
  void administrationWithoutAFrameworkLosesNothingAcknowledgedOnSqlite() throws Exception {
    rounds(ROUNDS * 7 / 10, (here, random) -> lamps(Dialect.SQLITE, here, random));
  }

  /** One of ten rounds. */
  @Test
  void administrationWithoutAFrameworkLosesNothingAcknowledgedOnPostgres() throws Exception {
    rounds(ROUNDS / 10, (here, random) -> lamps(Dialect.POSTGRESQL, here, random));
  }

  /** Two of ten rounds. */
  @Test
  void theWholeServerLosesNothingAcknowledgedOnSqlite() throws Exception {
    List<String> command = RunningServer.command("--port", "0");
    rounds(ROUNDS * 2 / 10, (here, random) -> new Trial(Ground.PROJECTS, here, command, random));
  }

  private static Trial lamps(Dialect dialect, Path here, Random random) {
    StoreSettings settings = Stores.settings(dialect, here);
    return new Trial(Ground.LAMPS, here, LampProcess.command(settings), random);
  }

  private interface Making {
    Trial in(Path here, Random random);
  }

  private void rounds(int wanted, Making making) throws Exception {
    int count = Math.max(1, wanted);
    Random random = new Random(SEED);
    System.out.println("seed " + SEED + ", rounds: " + count);
    for (int done = 0; done < count; done += ON_ONE_FOLDER) {
      Path here = Files.createTempDirectory(folder, "rounds");
      Trial trial = making.in(here, random);
      for (int round = done; round < Math.min(count, done + ON_ONE_FOLDER); round++) {
        try {
          trial.round();
        } catch (AssertionError | Exception e) {
          throw new AssertionError("round " + round + " of seed " + SEED, e);
        }
      }
      trial.end();
      Folders.delete(here);
      System.out.println(Math.min(count, done + ON_ONE_FOLDER) + " of " + count + " rounds");
    }
  }
}
