package dev.jeton.tokens;

/**
 * Why a token was refused: the one list of all reason codes. The names are stable; they appear in
 * the audit, on the command line and, for callers that may know, in answers.
 */
public enum Reason {
  /** The text is not a token of this format: wrong alphabet, length, count, padding or UTF-8. */
  MALFORMED(Summary.INVALID),
  /** The text, or what it inflates to, is larger than any real token. */
  TOO_LARGE(Summary.INVALID),
  /** A token, but of no format or version that is known here. */
  UNSUPPORTED_VERSION(Summary.INVALID),
  /** The token belongs to another App ID. */
  APP_ID_MISMATCH(Summary.INVALID),
  /** No enabled key made this signature. */
  BAD_SIGNATURE(Summary.INVALID),
  /** Issued further in the future than the allowed clock skew. */
  NOT_YET_VALID(Summary.NOT_YET_VALID),
  /** The token as a whole is past its end. */
  EXPIRED(Summary.EXPIRED),
  /** The token lives on, but the privilege that is asked for is past its own end. */
  PRIVILEGE_EXPIRED(Summary.EXPIRED),
  /** The token does not carry the privilege that is asked for. */
  PRIVILEGE_MISSING(Summary.INVALID),
  /** The token is for another channel, or for none. */
  CHANNEL_MISMATCH(Summary.INVALID),
  /** The token is for another uid or account, or for none. */
  USER_MISMATCH(Summary.INVALID),
  /** A check could not be made because what to compare with was not given. */
  CONTEXT_MISSING(Summary.INVALID);

  /** The three words that strangers are told; the exact code would help them to probe. */
  public enum Summary {
    INVALID("invalid"),
    EXPIRED("expired"),
    NOT_YET_VALID("not-yet-valid");

    private final String word;

    Summary(String word) {
      this.word = word;
    }

    /** The word as it stands in answers. */
    public String word() {
      return word;
    }
  }

  private final Summary summary;

  Reason(Summary summary) {
    this.summary = summary;
  }

  /** What a caller without the right to an explanation is told. */
  public Summary summary() {
    return summary;
  }
}
