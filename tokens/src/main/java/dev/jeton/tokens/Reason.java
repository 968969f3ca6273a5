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
  /** No token came, and without one nobody is let in. */
  TOKEN_REQUIRED(Summary.INVALID),
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
  CONTEXT_MISSING(Summary.INVALID),
  /** A JSON object in it has two members of one name, so that two readers may see two tokens. */
  DUPLICATE_MEMBER(Summary.INVALID),
  /** Its algorithm is {@code none} or another one that is not supported here. */
  ALG_NOT_ALLOWED(Summary.INVALID),
  /** It names another algorithm than that of the key it has to be checked with. */
  ALG_MISMATCH(Summary.INVALID),
  /** The list of critical header parameters is empty, repeats itself or is no list of names. */
  CRIT_INVALID(Summary.INVALID),
  /** It depends on a header parameter that is not supported here. */
  CRIT_UNSUPPORTED(Summary.INVALID),
  /** It says that it is another type of JWT. */
  TYP_MISMATCH(Summary.INVALID),
  /** The claim that names the key is not there. */
  KEY_CLAIM_MISSING(Summary.INVALID),
  /** The claim that names the key is empty or no text. */
  KEY_CLAIM_INVALID(Summary.INVALID),
  /** It names a key that is not known here. */
  UNKNOWN_KEY(Summary.INVALID),
  /** Every key that could count for it is switched off here. */
  KEY_DISABLED(Summary.INVALID),
  /** Its key is at its end here, had come to it when it made this, or is gone. */
  KEY_ENDED(Summary.INVALID),
  /** Whoever its key belongs to is switched off here, or gone. */
  OWNER_DISABLED(Summary.INVALID),
  /** A claim that has to be there is not. */
  CLAIM_MISSING(Summary.INVALID),
  /** A claim has the wrong type or is out of range: an end that is no number, say. */
  CLAIM_INVALID(Summary.INVALID),
  /** The issue time lies further in the future than the allowed clock skew. */
  IAT_IN_FUTURE(Summary.NOT_YET_VALID),
  /** It lives longer than such a token may. */
  LIFETIME_TOO_LONG(Summary.INVALID),
  /** The query string hash is not 64 lower-case hex digits. */
  QSH_MALFORMED(Summary.INVALID),
  /** It was made for another request: method, path or query differ. */
  QSH_MISMATCH(Summary.INVALID),
  /** The key has not the number of bytes that the cipher takes. */
  BAD_KEY_LENGTH(Summary.INVALID),
  /** The authentication code does not fit the text and the key. */
  BAD_MAC(Summary.INVALID),
  /** It does not decrypt under the key: the padding is wrong. */
  DECRYPT_FAILED(Summary.INVALID),
  /** It decrypts, but to a text that is not of this format. */
  MALFORMED_PLAINTEXT(Summary.INVALID),
  /** It is for another role in the set: an account where a callee is needed, say. */
  WRONG_ROLE(Summary.INVALID),
  /** The tokens of a set were not issued together. */
  TIME_MISMATCH(Summary.INVALID),
  /** The account of a set is not the one of its callee or caller, as the realm demands. */
  ACCOUNT_MISMATCH(Summary.INVALID),
  /** The realm does not allow calls to this address. */
  TO_NOT_ALLOWED(Summary.INVALID),
  /** The realm does not allow calls from this name. */
  FROM_NOT_ALLOWED(Summary.INVALID),
  /** The realm does not serve the domain of the account or of the callee. */
  DOMAIN_NOT_SERVED(Summary.INVALID),
  /** This callee takes no calls from anybody without a login. */
  CALL_ME_OFF(Summary.INVALID),
  /** This callee takes no calls at the moment. */
  NO_CALLS_NOW(Summary.INVALID),
  /** This callee takes calls of another realm alone. */
  OTHER_REALM(Summary.INVALID),
  /** This callee takes calls in its opening hours alone. */
  OUTSIDE_HOURS(Summary.INVALID),
  /** This callee takes no calls from this caller. */
  CALLER_BLOCKED(Summary.INVALID),
  /** This callee takes no calls from this network. */
  NETWORK_BLOCKED(Summary.INVALID),
  /** This callee takes no calls without tokens. */
  UNRESTRICTED_NOT_ALLOWED(Summary.INVALID),
  /** Whoever verifies it did not issue it, or no longer knows that. */
  NOT_ISSUED(Summary.INVALID),
  /** It is genuine and has not ended, and somebody revoked it here. */
  REVOKED(Summary.INVALID),
  /** It was consumed before and works once. */
  ALREADY_USED(Summary.INVALID),
  /** A public key of a type that is not supported here. */
  KEY_TYPE_UNSUPPORTED(Summary.INVALID),
  /** A public key under which anybody can forge signatures. */
  WEAK_KEY(Summary.INVALID),
  /** It was issued by somebody else. */
  ISSUER_MISMATCH(Summary.INVALID),
  /** It is meant for another audience. */
  AUDIENCE_MISMATCH(Summary.INVALID),
  /** There is such a key, but somebody invalidated it. */
  KEY_INVALIDATED(Summary.INVALID),
  /** Nothing was signed where it has to be. */
  SIGNATURE_MISSING(Summary.INVALID),
  /** There is no such challenge: never made, answered already, or dropped. */
  CHALLENGE_UNKNOWN(Summary.INVALID),
  /** The challenge was answered after its deadline. */
  CHALLENGE_EXPIRED(Summary.EXPIRED),
  /** Its end lies further ahead than is accepted here. */
  HORIZON_TOO_FAR(Summary.INVALID);

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
