package dev.jeton.server.policies;

/** A condition that cannot be used: where, and what is wrong there, in plain words. */
final class WrongRule extends Exception {
  private static final long serialVersionUID = 1L;

  WrongRule(String line) {
    super(line, null, false, false);
  }

  String line() {
    return String.valueOf(getMessage());
  }
}
