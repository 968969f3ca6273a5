package dev.jeton.server.callers;

import dev.jeton.server.oidc.Attested;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of an identity provider that stand for a caller.
 *
 * @param issuer the provider's; empty where the only one is meant
 * @param by what in the token tells
 * @param claim the claim that is looked at, where an operator chose it
 * @param value what it has to be, or to have in its list
 */
record TokenBinding(String issuer, By by, String claim, String value) implements Binding {

  /** What in a token tells. */
  enum By {
    /** Nothing: every good token of the issuer. */
    ANYBODY(0),
    /** Something of the claims, such as a group. */
    CLAIM(1),
    /** For which client it was issued. */
    CLIENT(2),
    /** For whom it was issued. */
    SUBJECT(3);

    private final int rank;

    By(int rank) {
      this.rank = rank;
    }
  }

  static TokenBinding anybody(String issuer) {
    return new TokenBinding(issuer, By.ANYBODY, "", "");
  }

  TokenBinding of(String otherIssuer) {
    return new TokenBinding(otherIssuer, by, claim, value);
  }

  boolean fits(Attested token) {
    return issuer.equals(token.provider().issuer())
        && switch (by) {
          case ANYBODY -> true;
          case CLAIM -> has(token.claims().get(claim));
          case CLIENT -> token.client().filter(value::equals).isPresent();
          case SUBJECT -> token.text("sub").filter(value::equals).isPresent();
        };
  }

  @Override
  public String word() {
    return "oidc " + issuer + " " + by + " " + claim + " " + value;
  }

  @Override
  public int rank() {
    return by.rank;
  }

  private boolean has(@Nullable JsonValue given) {
    return given instanceof JsonText text
        ? text.value().equals(value)
        : given instanceof JsonItems items && items.values().contains(new JsonText(value));
  }
}
