package dev.jeton.cli.remote;

import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.VisibleText;

/** The server did not carry out a request, and said why. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_DETAIL = 1_000;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;

  private final int status;
  private final String code;
  private final String detail;

  ProblemException(int status, String code, String detail) {
    super(code);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The stable word for programs. */
  public String code() {
    return code;
  }

  /** On one line, for people, with the code last. */
  public String line() {
    return VisibleText.of(detail, LONGEST_DETAIL) + " (" + VisibleText.of(code) + ")";
  }

  /** For programs. */
  Json json() {
    return Json.object()
        .put("done", false)
        .put("status", status)
        .put("code", code)
        .put("detail", detail);
  }

  /** 1 when the state of things stands against it, 2 when the request is wrong, 3 for a fault. */
  public int exitStatus() {
    return switch (status) {
      case NOT_FOUND, CONFLICT, TOO_MANY -> ExitStatus.REFUSED;
      default -> status < SERVER_FAULT ? ExitStatus.USAGE : ExitStatus.FAULT;
    };
  }
}
