package dev.jeton.cli.console;

/** Marks words for a terminal, or leaves them alone. */
public enum Style {
  PLAIN(false),
  COLOURED(true);

  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String BOLD = "\u001b[1m";
  private static final String RESET = "\u001b[0m";

  private final boolean coloured;

  Style(boolean coloured) {
    this.coloured = coloured;
  }

  public boolean coloured() {
    return coloured;
  }

  public String good(String text) {
    return mark(GREEN, text);
  }

  public String bad(String text) {
    return mark(RED, text);
  }

  public String heading(String text) {
    return mark(BOLD, text);
  }

  private String mark(String code, String text) {
    return coloured ? code + text + RESET : text;
  }
}
