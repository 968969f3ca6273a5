package dev.jeton.server.access;

/**
 * Whose things are kept apart from everybody else's. Callers without a proof share a name, so their
 * address tells them apart; the users of one caller that each bring a proof of their own are told apart by
 * that.
 *
 * @param caller what is the same for all users of a caller
 * @param user whom the proof is about; empty for the caller itself
 */
public record Asker(String caller, String client, String user) {

  /** The asker behind a caller that came from this address. */
  public static Asker of(Caller caller, String client) {
    return new Asker(caller.key(), caller.proven() ? "" : client, caller.user().orElse(""));
  }

  /** With whom it shares what one may have kept: all users of a caller count together. */
  public Asker share() {
    return user.isEmpty() ? this : new Asker(caller, client, "");
  }
}
