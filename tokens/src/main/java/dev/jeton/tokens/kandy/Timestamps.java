package dev.jeton.tokens.kandy;

/** Which creation times a realm takes. */
public enum Timestamps {
  /** Unix milliseconds in 13 digits, as every sample of the vendor has them. */
  MILLISECONDS,
  /**
   * Unix seconds in 10 digits as well, for issuers that followed the one document whose illustration
   * shows such a number.
   */
  MILLISECONDS_OR_SECONDS;

  boolean take(int digits) {
    return digits == Timestamp.MILLIS_DIGITS
        || (this == MILLISECONDS_OR_SECONDS && digits == Timestamp.SECONDS_DIGITS);
  }
}
