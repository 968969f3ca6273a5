package dev.jeton.cli.console;

import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command takes a secret from: a file named on the command line, a variable, the same
 * variable with {@code _FILE}, or a prompt. Never an argument, since other users of the machine see
 * those and shells remember them.
 */
public final class SecretSource {
  private final Environment environment;
  private final String name;
  private final String variable;

  /**
   * @param name what people call it: "App Certificate", say
   * @param variable the variable that holds it
   */
  public SecretSource(Environment environment, String name, String variable) {
    this.environment = environment;
    this.name = name;
    this.variable = variable;
  }

  /** A secret and where it came from, for messages. */
  public record Found(Secret secret, String origin) {

    /** Warns of a secret that everybody knows or can guess; the server would refuse it. */
    public void warnIfNoSecret(Environment environment) {
      PublishedSecrets.fault(secret)
          .ifPresent(fault ->
              environment.warn(origin + ": " + fault + "; a server refuses such a secret"));
    }
  }

  /** The secret from the first place that has it; the command cannot do without. */
  public Found required(@Nullable Path secretFile) {
    if (secretFile != null) {
      refuseEmptyVariables();
      if (secretFile.toString().isEmpty()) {
        throw new UsageException("--secret-file is empty; give it the path of a file");
      }
      return fromFile("--secret-file", secretFile);
    }
    return optional().orElseGet(this::asked);
  }

  /** The secret from the environment, where it is set. */
  public Optional<Found> optional() {
    Optional<String> value = environment.variable(variable);
    Optional<String> file = environment.variable(fileVariable());
    if (value.isPresent() && file.isPresent()) {
      throw new UsageException(
          variable + " and " + fileVariable() + " are both set; which one holds? Unset the other");
    }
    refuseEmptyVariables();
    if (value.isPresent()) {
      return Optional.of(new Found(Secret.ofText(value.get()), variable));
    }
    return file.map(path -> fromFile(fileVariable(), path(path)));
  }

  /** An empty secret is a slip wherever it stands, also where another one would be taken. */
  private void refuseEmptyVariables() {
    refuseEmpty(variable, "the " + name);
    refuseEmpty(fileVariable(), "the path of a file");
  }

  private void refuseEmpty(String setting, String wanted) {
    if (environment.variable(setting).filter(String::isEmpty).isPresent()) {
      throw new UsageException(setting + " is set but empty; give it " + wanted + " or unset it");
    }
  }

  private String fileVariable() {
    return variable + "_FILE";
  }

  private Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(fileVariable() + " is not the path of a file");
    }
  }

  private Found fromFile(String origin, Path file) {
    byte[] bytes = PrivateFile.read(origin, file);
    if (bytes.length == 0) {
      throw new UsageException(origin + " names an empty file; it must hold the " + name);
    }
    return new Found(Secret.ofBytes(bytes), origin);
  }

  /** What a person enters, whatever the environment has. */
  public Found asked() {
    SecretPrompt prompt = environment
        .prompt()
        .get()
        .orElseThrow(() -> new UsageException("no " + name + ": set " + variable + " or "
            + fileVariable() + ", give --secret-file FILE, or run it in a terminal to be asked"));
    char[] typed = prompt.ask(name + ": ");
    if (typed == null || typed.length == 0) {
      throw new UsageException("no " + name + " was entered");
    }
    return new Found(Secret.ofText(new String(typed)), "what was entered");
  }
}
