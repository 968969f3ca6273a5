package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Kandy: {@code mint kandy}, {@code verify kandy}, and the shapes of its tokens in inspect. */
public final class Kandy implements Platform {
  @Override
  public CommandLine mint(Environment environment) {
    return new CommandLine(new MintKandyCommand(environment));
  }

  @Override
  public CommandLine verify(Environment environment) {
    return new CommandLine(new VerifyKandyCommand(environment));
  }

  @Override
  public Optional<Inspection> inspect(String token) {
    return KandyContent.inspect(token);
  }

  @Override
  public List<String> kinds() {
    return KandyContent.KINDS;
  }
}
