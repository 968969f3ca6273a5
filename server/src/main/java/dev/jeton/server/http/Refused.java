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
  private final transient long waitSeconds;

  public Refused(Problem problem) {
    this(problem, problem.code(), Map.of(), People.NONE, 0);
  }

  private Refused(
      Problem problem,
      String exactCode,
      Map<String, String> details,
      People people,
      long waitSeconds) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.exactCode = exactCode;
    this.details = Map.copyOf(details);
    this.people = people;
    this.waitSeconds = waitSeconds;
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
    return new Refused(problem, code, told, whom, waitSeconds);
  }

  /** The same for a request that may come again after so many seconds. */
  public Refused after(long seconds) {
    return new Refused(problem, exactCode, details, people, seconds);
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

  /** After how many seconds the request may come again; 0 where that is not known. */
  long waitSeconds() {
    return waitSeconds;
  }

  /** Whom the audit row is about. */
  public People people() {
    return people;
  }
}
