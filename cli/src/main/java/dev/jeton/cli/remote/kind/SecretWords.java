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
 */
public record SecretWords(
    String word, String segment, String member, String noun, String variable, boolean generated) {}
