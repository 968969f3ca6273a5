package dev.jeton.server.archive;

/** A text as it stands in a column that is searched: databases take neither any length nor any character. */
final class Word {
  private static final int LONGEST = 200;

  private Word() {}

  static String of(String text) {
    String plain = text.replace('\0', '\ufffd');
    if (plain.length() <= LONGEST) {
      return plain;
    }
    int end = Character.isHighSurrogate(plain.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return plain.substring(0, end);
  }
}
