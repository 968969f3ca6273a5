package dev.jeton.cli.remote;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.tokens.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks a running server: has {@code --server}, {@code --token-file}, {@code --json}. */
public abstract class RemoteCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  protected RemoteCommand(Environment environment) {
    this.environment = environment;
  }

  /** Does the work; a refusal of the server may pass through. */
  protected abstract void run(Server server);

  /** What it ends with once the work is done. */
  protected int exitStatus() {
    return ExitStatus.DONE;
  }

  @Override
  public final Integer call() {
    try {
      run(server.server(environment));
      return exitStatus();
    } catch (ProblemException problem) {
      if (json()) {
        environment.out().println(problem.json().text());
      } else {
        environment.err().println("jeton: " + problem.line());
      }
      return problem.exitStatus();
    }
  }

  protected final Environment environment() {
    return environment;
  }

  /** Whether a program reads what is printed. */
  protected final boolean json() {
    return output.json();
  }

  /** Prints the one object of {@code --json}. */
  protected final void print(JsonObject object) {
    environment.out().println(Json.of(object).text());
  }

  /** Says what was done to a person, and nothing to a program. */
  protected final void say(String line) {
    if (!json()) {
      environment.out().println(line);
    }
  }
}
