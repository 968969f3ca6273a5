package dev.jeton.cli;

import dev.jeton.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jeton restore}: known here so that the help is whole; the server's jar restores. */
@Command(
    name = "restore",
    description = "Put a backup back while the server is stopped: ./jeton restore FILE.",
    customSynopsis =
        "jeton restore FILE [--replace] [--secret-file FILE | --prompt] [--data ./data]"
            + " [--config jeton.yaml]")
final class RestoreCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UsageException(
        "the server is not in this jar; run ./jeton restore in the folder of Jeton");
  }
}
