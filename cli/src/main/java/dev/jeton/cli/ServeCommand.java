package dev.jeton.cli;

import dev.jeton.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code jeton serve}: known here so that the help is whole; the launcher runs the server. */
@Command(
    name = "serve",
    description = "Run the server: ./jeton serve.",
    customSynopsis =
        "jeton serve [--host 127.0.0.1] [--port 8080] [--data ./data] [--config jeton.yaml]")
final class ServeCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UsageException(
        "the server is not in this jar; run ./jeton serve in the folder of Jeton");
  }
}
