package dev.jeton.server.access;

/**
 * Whose things are kept apart from everybody else's. Callers without a proof share a name, so their
 * address tells them apart; the users of one caller that each bring a proof of their own are told apart by
 * that.
 */
public record Asker(String caller, String client) {

  /** The asker behind a caller that came from this address. */
  public static Asker of(Caller caller, String client) {
    return new Asker(caller.whose(), caller.proven() ? "" : client);
  }
}
