package dev.jeton.server.policies;

import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.validator.CelAstValidator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets regular expressions be written out alone, so that no stranger writes one, and not repeat things
 * so often that reading them takes all memory.
 */
final class WrittenPatterns implements CelAstValidator {
  private static final String NOT_WRITTEN =
      "a regular expression has to be written out, as in matches('^a')";
  private static final String TOO_MUCH = "this regular expression repeats something too often";

  private static final String UNREADABLE = "this regular expression cannot be read: ";

  private static final String MATCHES = "matches";
  private static final Pattern REPEATED = Pattern.compile("\\{(\\d{0,9}),?(\\d{0,9})}");
  private static final long MOST = 1_000;

  /** Whether that was said here, in plain words. */
  static boolean isOwn(String message) {
    return message.equals(NOT_WRITTEN)
        || message.equals(TOO_MUCH)
        || message.startsWith(UNREADABLE);
  }

  @Override
  public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
    tree.getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.getKind() == Kind.CALL && node.call().function().equals(MATCHES))
        .forEach(node -> check(node, issues));
  }

  private static void check(CelExpr call, IssuesFactory issues) {
    List<CelExpr> arguments = call.call().args();
    CelExpr pattern = arguments.get(arguments.size() - 1);
    if (pattern.getKind() != Kind.CONSTANT
        || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      issues.addError(pattern.id(), NOT_WRITTEN);
    } else {
      objection(pattern.constant().stringValue())
          .ifPresent(wrong -> issues.addError(pattern.id(), wrong));
    }
  }

  /** By what reads it when it is asked; CEL's own check takes what Java takes. */
  private static Optional<String> objection(String pattern) {
    if (times(pattern) > MOST) {
      return Optional.of(TOO_MUCH);
    }
    try {
      com.google.re2j.Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(UNREADABLE + e.getDescription());
    }
  }

  /** How often something in it is repeated at most, as if each repetition were around all others. */
  private static long times(String pattern) {
    long times = 1;
    Matcher repeated = REPEATED.matcher(pattern);
    while (repeated.find() && times <= MOST) {
      times *= Math.max(1, Math.max(number(repeated.group(1)), number(repeated.group(2))));
    }
    return times;
  }

  private static long number(String digits) {
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
