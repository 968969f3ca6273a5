package dev.jeton.tokens.kandy;

/**
 * The three tokens of a call, as text.
 *
 * @param accountToken the account's
 * @param fromToken the caller's
 * @param toToken the callee's
 */
public record Triple(String accountToken, String fromToken, String toToken) {
  /** The token for a role. */
  public String token(Role role) {
    return switch (role) {
      case ACCOUNT -> accountToken;
      case FROM -> fromToken;
      case TO -> toToken;
    };
  }

  /** Without the tokens: whoever has them may call. */
  @Override
  public String toString() {
    return "Triple[redacted]";
  }
}
