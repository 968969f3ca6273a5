package dev.jeton.server.limits;

/** A board cannot be used now. Its message is for the log, and has no secret in it. */
final class BoardGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BoardGone(String why) {
    super(why);
  }
}
