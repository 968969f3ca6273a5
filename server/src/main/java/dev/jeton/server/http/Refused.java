package dev.jeton.server.http;

import dev.jeton.server.access.Problem;

/** Thrown by a handler, or by what it reads, to refuse the request in its door's error shape. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public Refused(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  /** A 400 with that code and text. */
  public static Refused badRequest(String code, String detail) {
    return new Refused(Problem.badRequest(code, detail));
  }

  public Problem problem() {
    return problem;
  }
}
