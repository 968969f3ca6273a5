package dev.jeton.server.http;

import dev.jeton.server.access.Problem;
import dev.jeton.server.audit.People;
import java.util.Map;

/** Thrown by a handler, or by what it reads, to refuse the request in its door's error shape. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient String exactCode;
  private final transient Map<String, String> details;
  private final transient People people;

  public Refused(Problem problem) {
    this(problem, problem.code(), Map.of(), People.NONE);
  }

  private Refused(Problem problem, String exactCode, Map<String, String> details, People people) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.exactCode = exactCode;
    this.details = Map.copyOf(details);
    this.people = people;
  }

  /** A 400 with that code and text. */
  public static Refused badRequest(String code, String detail) {
    return new Refused(Problem.badRequest(code, detail));
  }

  /** The same, whose audit row says more than its answer may. */
  public Refused recordedAs(String code, Map<String, String> told) {
    return recordedAs(code, told, People.NONE);
  }

  /** The same about these people, whose names can be erased from the audit. */
  public Refused recordedAs(String code, Map<String, String> told, People whom) {
    return new Refused(problem, code, told, whom);
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

  /** Whom the audit row is about. */
  public People people() {
    return people;
  }
}
