package dev.jeton.server.policies;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what is wrong with a condition, and where. */
final class RuleFaults {
  private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']{1,60})'");
  private static final Pattern MISFIT =
      Pattern.compile("found no matching overload for '([^']{1,60})' applied to '([^']{1,200})'");
  private static final Pattern RESULT =
      Pattern.compile("expected type 'bool' but found '([^']{1,60})'");
  private static final Pattern RESERVED = Pattern.compile("reserved identifier: ([A-Za-z_]{1,40})");

  private RuleFaults() {}

  /** The first fault alone; what follows it is often its echo. */
  static WrongRule of(CelValidationException fault, Collection<String> names) {
    return fault.getErrors().stream()
        .findFirst()
        .map(issue -> new WrongRule(place(issue) + ": " + text(issue.getMessage(), names)))
        .orElseGet(() -> new WrongRule("it cannot be read as CEL"));
  }

  /** As people count, from 1. */
  private static String place(CelIssue issue) {
    CelSourceLocation at = issue.getSourceLocation();
    return "line " + Math.max(1, at.getLine()) + ", column " + (Math.max(0, at.getColumn()) + 1);
  }

  private static String text(String message, Collection<String> names) {
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      return unknown.group(1) + " is not known here; the names are " + String.join(", ", names);
    }
    Matcher misfit = MISFIT.matcher(message);
    if (misfit.find()) {
      return operator(misfit.group(1)) + " does not take " + misfit.group(2);
    }
    Matcher result = RESULT.matcher(message);
    if (result.find()) {
      return "a condition is true or false, and this is of type " + result.group(1);
    }
    if (WrittenPatterns.isOwn(message)) {
      return message;
    }
    Matcher reserved = RESERVED.matcher(message);
    if (reserved.find()) {
      return reserved.group(1) + " is a reserved word and cannot be a name";
    }
    return message.contains("does not support field selection")
        ? "what stands before the dot has no members"
        : "it cannot be read as CEL from here on";
  }

  /** {@code ==} where CEL says {@code _==_}. */
  private static String operator(String name) {
    String bare = name.replace("_", "");
    return bare.isEmpty() || Character.isLetter(bare.charAt(0)) ? name : bare;
  }
}
