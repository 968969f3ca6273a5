package dev.jeton.server.agora;

/** Which of Agora's formats a project mints. */
public enum TokenVersion {
  V007("007"),
  V006("006");

  private final String text;

  TokenVersion(String text) {
    this.text = text;
  }

  /** The first three characters of its tokens. */
  public String text() {
    return text;
  }
}
