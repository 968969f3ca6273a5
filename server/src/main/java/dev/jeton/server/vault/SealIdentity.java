package dev.jeton.server.vault;

/** The identity texts under which rows are sealed, so that one that was moved does not open. */
public final class SealIdentity {
  private SealIdentity() {}

  /** Of a row in {@code secrets}. */
  public static String ofSecret(String kind, String entry, String id) {
    return "secret/" + kind.length() + "/" + kind + "/" + entry.length() + "/" + entry + "/" + id;
  }

  /** Of a row in {@code kept_answers}. */
  public static String ofAnswer(String caller, String requestKey) {
    return "answer/" + caller.length() + "/" + caller + "/" + requestKey;
  }
}
