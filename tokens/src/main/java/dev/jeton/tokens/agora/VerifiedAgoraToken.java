package dev.jeton.tokens.agora;

import java.time.Instant;
import java.util.List;

/** A token that the verifier accepted. Only {@link AgoraVerifier} makes one. */
public sealed interface VerifiedAgoraToken permits VerifiedAccessToken2, VerifiedAccessToken {

  /** {@code 007} or {@code 006}. */
  String version();

  /** The project it is of. */
  AppId appId();

  /** When the token as a whole ends. */
  Instant expiresAt();

  /** Which of the two certificates signed it. */
  SignedBy signedBy();

  /** The checks that were not made. */
  List<Check> unchecked();

  /** The slot of a certificate. */
  enum SignedBy {
    PRIMARY,
    SECONDARY
  }
}
