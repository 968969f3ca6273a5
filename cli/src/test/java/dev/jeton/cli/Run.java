package dev.jeton.cli;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.SecretPrompt;
import dev.jeton.cli.platform.Platform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine;

/** One run of the command line inside the test, in a world of the test's making. */
public final class Run {
  public static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  public static final String APP_ID = "970CA35de60c44645bbae8a215061b33";
  public static final String CERTIFICATE = "f1d2d2f924e986ac86fdf7b36c94bcdf";
  public static final String OTHER_CERTIFICATE = "32bdc19c7a4ad2ac6cd2e5b1b8a41c2f";

  private final Map<String, String> variables = new HashMap<>();
  private Instant now = NOW;
  private byte[] in = {};
  private Optional<SecretPrompt> prompt = Optional.empty();
  private boolean terminal;
  private List<Platform> platforms = Platforms.ALL;

  /** How it ended and what it said. */
  public record Result(int status, String out, String err) {
    /** What was printed, without the line end. */
    public String line() {
      return out.stripTrailing();
    }
  }

  /** With App ID and certificate in the environment. */
  public static Run withProject() {
    return bare().with("AGORA_APP_ID", APP_ID).with("AGORA_APP_CERTIFICATE", CERTIFICATE);
  }

  /** With nothing in the environment. */
  public static Run bare() {
    return new Run();
  }

  public Run with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public Run at(Instant instant) {
    now = instant;
    return this;
  }

  public Run typing(String text) {
    in = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  public Run answering(SecretPrompt answer) {
    prompt = Optional.of(answer);
    return this;
  }

  /** With one platform of the test's own, and no other. */
  public Run knowing(Platform platform) {
    platforms = List.of(platform);
    return this;
  }

  public Run onTerminal() {
    terminal = true;
    return this;
  }

  public Result jeton(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = jeton(new PrintStream(out, true, StandardCharsets.UTF_8), err, args);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  int jeton(PrintStream out, ByteArrayOutputStream err, String... args) {
    return Jeton.run(
        environment(out, new PrintStream(err, true, StandardCharsets.UTF_8)), platforms, args);
  }

  /** All commands, as this run has them. */
  CommandLine tree() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Environment environment = environment(nowhere, nowhere);
    return new CommandTree(environment, new Failures(environment), platforms).whole();
  }

  private Environment environment(PrintStream out, PrintStream err) {
    return new Environment(
        variables,
        InstantSource.fixed(now),
        () -> new Random(1),
        new ByteArrayInputStream(in),
        out,
        err,
        () -> prompt,
        terminal,
        terminal);
  }
}
