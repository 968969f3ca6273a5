package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.Arrays;

/** A public key of one type, whose form was checked. */
interface VerifyingKey {
  /** The {@code Data} of the key message, in the one form that stands for this key. */
  byte[] data();

  /** Whether the signature is right; false for whatever is no signature at all. */
  boolean verify(byte[] message, byte[] signature);

  /**
   * The key if it was given as it is written. Java passes over what follows a SubjectPublicKeyInfo; Go does
   * not.
   */
  default Outcome<VerifyingKey> ifWritten(byte[] given) {
    return Arrays.equals(data(), given)
        ? Outcome.accepted(this)
        : Outcome.refused(Reason.MALFORMED, "its SubjectPublicKeyInfo is not in DER, or goes on");
  }
}
