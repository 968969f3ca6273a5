package dev.jeton.server.http;

import dev.jeton.server.access.Problem;
import java.util.Map;

/** Thrown by a handler, or by what it reads, to refuse the request in its door's error shape. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient String exactCode;
  private final transient Map<String, String> details;

  public Refused(Problem problem) {
    this(problem, problem.code(), Map.of());
  }

  private Refused(Problem problem, String exactCode, Map<String, String> details) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.exactCode = exactCode;
    this.details = Map.copyOf(details);
  }

  /** A 400 with that code and text. */
  public static Refused badRequest(String code, String detail) {
    return new Refused(Problem.badRequest(code, detail));
  }

  /** The same, whose audit row says more than its answer may. */
  public Refused recordedAs(String code, Map<String, String> told) {
    return new Refused(problem, code, told);
  }

  public Problem problem() {
    return problem;
  }

  /** The code for the audit. */
  public String exactCode() {
    return exactCode;
  }

  /** What else the audit gets. */
  public Map<String, String> details() {
    return details;
  }
}
