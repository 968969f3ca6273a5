package dev.jeton.tokens.kandy;

/**
 * Who goes into which token of a set. {@link Convention#parties} fills it as one of the vendor's
 * documents says.
 */
public record Parties(Identity account, Identity from, Identity to) {
  Identity in(Role role) {
    return switch (role) {
      case ACCOUNT -> account;
      case FROM -> from;
      case TO -> to;
    };
  }
}
