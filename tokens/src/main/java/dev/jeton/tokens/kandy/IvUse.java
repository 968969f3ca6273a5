package dev.jeton.tokens.kandy;

/** How many IVs a CBC set gets. ECB has none. */
public enum IvUse {
  /** One per token: equal beginnings do not show. */
  PER_TOKEN,
  /** One per set, as the vendor's issuers do it, for a gateway that expects it. */
  PER_SET
}
