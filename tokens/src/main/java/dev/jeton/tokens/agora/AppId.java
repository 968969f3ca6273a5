package dev.jeton.tokens.agora;

/**
 * An Agora App ID: 32 hex digits, kept as the text that was given, because signatures cover the
 * text and not its value. Public, not a secret.
 */
public record AppId(String text) {
  public AppId {
    if (!Hex32.matches(text)) {
      throw new IllegalArgumentException("an App ID is 32 hex digits, not " + Hex32.describe(text));
    }
  }

  /** Whether a text can be one. */
  public static boolean fits(String text) {
    return Hex32.matches(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
