package dev.jeton.cli.sunbird;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.util.stream.Stream;

/** Runs of the command line under one credential. */
final class Credentials {
  static final String KEY = "f3a9c1b27d604e58a1c0d2e4f6b8097a";
  static final String SECRET = "w7Kd0pQzEr5tYu8iOp1aSd4fGh6jKl9z";

  private Credentials() {}

  static Result mint(String... arguments) {
    return run("mint", arguments);
  }

  static Result verify(String... arguments) {
    return run("verify", arguments);
  }

  static String token(String... arguments) {
    return mint(arguments).line();
  }

  static Run withSecret() {
    return Run.bare().with("SUNBIRD_SECRET", SECRET);
  }

  private static Result run(String command, String... arguments) {
    return withSecret()
        .jeton(Stream.concat(Stream.of(command, "sunbird", "--key", KEY), Stream.of(arguments))
            .toArray(String[]::new));
  }
}
