package dev.jeton.cli;

import dev.jeton.cli.console.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what is wrong with the arguments. Values are never repeated, and words only where
 * they look like the name of a command or an option: a secret may stand in the wrong place.
 */
final class Slip {
  private static final int LONGEST_NAME = 24;
  private static final List<String> SECRETS =
      List.of("secret", "certificate", "cert", "key", "password");

  private Slip() {}

  static String describe(ParameterException e) {
    if (e.getCause() instanceof UsageException cause) {
      return name(e.getArgSpec()) + ": " + cause.line();
    }
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof OverwrittenOptionException overwritten) {
      return name(overwritten.getOverwritten()) + " is given twice";
    }
    if (e instanceof MissingParameterException missing) {
      return "a value is missing: "
          + missing.getMissing().stream().map(Slip::withLabel).collect(Collectors.joining(", "));
    }
    return e.getArgSpec() == null
        ? "these arguments do not fit together"
        : name(e.getArgSpec()) + " cannot be used like that";
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    int equals = first.indexOf('=');
    String word = first.startsWith("-") && equals > 0 ? first.substring(0, equals) : first;
    String kind = first.startsWith("-") ? "option" : "command";
    if (kind.equals("option")
        && SECRETS.stream().anyMatch(word.toLowerCase(Locale.ROOT)::contains)) {
      return "a secret is never given as an argument; set its variable or give --secret-file FILE";
    }
    CommandLine command = e.getCommandLine();
    if (kind.equals("command") && command.getSubcommands().isEmpty()) {
      return e.getUnmatched().size() == 1
          ? "there is one argument too many"
          : "there are " + e.getUnmatched().size() + " arguments too many";
    }
    if (!looksLikeName(word)) {
      return "there is no such " + kind;
    }
    Set<String> known = kind.equals("option")
        ? command.getCommandSpec().optionsMap().keySet()
        : command.getSubcommands().keySet();
    return "there is no " + kind + " " + word
        + Nearest.to(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static boolean looksLikeName(String word) {
    return !word.isEmpty()
        && word.length() <= LONGEST_NAME
        && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
  }

  private static String withLabel(ArgSpec arg) {
    return arg instanceof OptionSpec ? name(arg) + " " + arg.paramLabel() : name(arg);
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }
}
