package dev.jeton.server.access;

/**
 * Why a request is refused.
 *
 * @param status the HTTP status
 * @param code a stable word for programs, such as {@code foreign-origin}
 * @param detail what was wrong and what would be right, for people; never a secret
 */
public record Problem(int status, String code, String detail) {

  /** The request itself is wrong. */
  public static Problem badRequest(String code, String detail) {
    return new Problem(400, code, detail);
  }
}
