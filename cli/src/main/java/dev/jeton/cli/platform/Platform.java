package dev.jeton.cli.platform;

import dev.jeton.cli.console.Environment;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** A platform on the command line: {@code mint} and {@code verify} of it, and how it reads tokens. */
public interface Platform {

  /** What stands under {@code jeton mint}. */
  CommandLine mint(Environment environment);

  /** What stands under {@code jeton verify}. */
  CommandLine verify(Environment environment);

  /** What stands right under {@code jeton}: a command that makes keys, say. */
  default List<CommandLine> commands(Environment environment) {
    return List.of();
  }

  /** What stands under {@code jeton import}. */
  default List<CommandLine> imports(Environment environment) {
    return List.of();
  }

  /** What is in a token, without any secret; empty when it is not of this platform. */
  Optional<Inspection> inspect(String token);

  /** The kinds of tokens that {@link #inspect} knows, for people: "Agora 007", say. */
  List<String> kinds();
}
