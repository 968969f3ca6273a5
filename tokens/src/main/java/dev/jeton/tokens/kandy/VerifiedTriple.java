package dev.jeton.tokens.kandy;

import java.time.Instant;
import java.util.List;

/**
 * A set whose three tokens were verified, each for its role, and fulfil the rules together. That
 * they were issued as one set the format cannot tell: tokens of one millisecond mix freely.
 */
public final class VerifiedTriple {
  private final VerifiedKandyToken account;
  private final VerifiedKandyToken from;
  private final VerifiedKandyToken to;
  private final List<SetCheck> unchecked;

  VerifiedTriple(
      VerifiedKandyToken account,
      VerifiedKandyToken from,
      VerifiedKandyToken to,
      List<SetCheck> unchecked) {
    this.account = account;
    this.from = from;
    this.to = to;
    this.unchecked = List.copyOf(unchecked);
  }

  /** The account that authorises the call. */
  public VerifiedKandyToken account() {
    return account;
  }

  /** Who calls. */
  public VerifiedKandyToken from() {
    return from;
  }

  /** Who is called. */
  public VerifiedKandyToken to() {
    return to;
  }

  /** The time in all three. */
  public Instant issuedAt() {
    return account.issuedAt();
  }

  /** The last instant at which they are valid. */
  public Instant expiresAt() {
    return account.expiresAt();
  }

  /** The rules that were not given, so that nothing speaks for them. */
  public List<SetCheck> unchecked() {
    return unchecked;
  }

  /**
   * The tokens as an issuer here writes them. A register of issued or used sets must hold this and
   * not what was received: letter case makes many texts of one ECB token.
   */
  public Triple canonical() {
    return new Triple(account.canonicalText(), from.canonicalText(), to.canonicalText());
  }
}
