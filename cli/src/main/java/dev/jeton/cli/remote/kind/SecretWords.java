package dev.jeton.cli.remote.kind;

/**
 * The secrets of a kind.
 *
 * @param word the group of commands for them: {@code certificate}
 * @param segment under which the server has them: {@code certificates}
 * @param member of a request and an answer: {@code certificate}
 * @param noun for people: {@code App Certificate}
 * @param variable the variable that may hold one: {@code AGORA_APP_CERTIFICATE}
 * @param generated whether the server makes one where none is given
 * @param signs whether tokens are signed with it; otherwise somebody shows it as a proof, and the server
 *     makes each, so that none is ever given
 */
public record SecretWords(
    String word,
    String segment,
    String member,
    String noun,
    String variable,
    boolean generated,
    boolean signs) {

  public SecretWords(
      String word, String segment, String member, String noun, String variable, boolean generated) {
    this(word, segment, member, noun, variable, generated, true);
  }

  /** What callers prove themselves with. */
  public static SecretWords proof(String word, String segment, String member, String noun) {
    return new SecretWords(word, segment, member, noun, "", true, false);
  }
}
