package dev.jeton.server.vault;

/** The identity texts under which rows are sealed, so that one that was moved does not open. */
public final class SealIdentity {
  /** Of what is in the hands of callers for half a minute and in no row. */
  public static final String TICKET = "ticket";

  /** Of the tasks that guard an open door for two minutes. */
  public static final String CHALLENGE = "challenge";

  private SealIdentity() {}

  /** Of a row in which a node tells the others of its limits. */
  public static String ofLimits(String node, long number) {
    return "limits/" + node.length() + "/" + node + "/" + number;
  }

  /** Of a row in {@code secrets}. */
  public static String ofSecret(String kind, String entry, String id) {
    return "secret/" + kind.length() + "/" + kind + "/" + entry.length() + "/" + entry + "/" + id;
  }

  /** Of a row in {@code kept_answers}. */
  public static String ofAnswer(String caller, String requestKey) {
    return "answer/" + caller.length() + "/" + caller + "/" + requestKey;
  }
}
