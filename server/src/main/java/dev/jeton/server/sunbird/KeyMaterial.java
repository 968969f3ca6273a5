package dev.jeton.server.sunbird;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.jwt.VerificationKey;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.util.Optional;

/** What checks a credential's tokens, and what signs them where that is here too. */
public record KeyMaterial(VerificationKey verificationKey, Optional<SigningKey> signingKey) {
  private static final String NEW_SECRET = "generate a new one and give that";

  /** Of a secret, or of a private key in PEM. */
  public static KeyMaterial ofSecret(CredentialSpec spec, Secret secret) throws UnfitKey {
    refusePublished(secret);
    if (spec.algorithm().isSymmetric()) {
      refusePublished(decoded(spec.encoding(), secret));
    }
    return ofKeptSecret(spec, secret);
  }

  /** Of one that was taken once; it may be published since, and is only looked at for its form. */
  public static KeyMaterial ofKeptSecret(CredentialSpec spec, Secret secret) throws UnfitKey {
    return spec.algorithm().isSymmetric()
        ? hmac(spec.algorithm(), decoded(spec.encoding(), secret), spec.profile())
        : of(read(SigningKey.ofPem(spec.algorithm(), secret)));
  }

  /** Of a public key in PEM: nothing signs. */
  public static KeyMaterial ofPublicKey(Algorithm algorithm, String pem) throws UnfitKey {
    if (algorithm.isSymmetric()) {
      throw new UnfitKey(
          algorithm.word() + " has no public key",
          "give the secret, or set the algorithm of the key");
    }
    return new KeyMaterial(
        takingBothNames(read(VerificationKey.ofPem(algorithm, pem))), Optional.empty());
  }

  /** Refuses one that everybody knows or could guess. */
  static void refusePublished(Secret secret) throws UnfitKey {
    Optional<String> unfit = PublishedSecrets.fault(secret);
    if (unfit.isPresent()) {
      throw new UnfitKey(unfit.get(), NEW_SECRET, true);
    }
  }

  private static Secret decoded(SecretEncoding encoding, Secret secret) throws UnfitKey {
    try {
      return encoding.bytesOf(secret);
    } catch (IllegalArgumentException e) {
      throw new UnfitKey(
          "it is not " + encoding.word(), "give it so encoded, or set the encoding that it has");
    }
  }

  /** RFC 7518 section 3.2 wants as many bytes as the hash has; Kong hands out shorter ones. */
  private static KeyMaterial hmac(Algorithm algorithm, Secret secret, Profile profile)
      throws UnfitKey {
    if (profile == Profile.LEGACY) {
      return of(SigningKey.hmacOfAnyLength(algorithm, secret));
    }
    try {
      return of(SigningKey.hmac(algorithm, secret));
    } catch (IllegalArgumentException e) {
      throw new UnfitKey(
          "it is too short: " + algorithm.word() + " takes at least as many bytes as its hash has,"
              + " and it has " + secret.length(),
          NEW_SECRET);
    }
  }

  private static <K> K read(Outcome<K> outcome) throws UnfitKey {
    if (outcome instanceof Outcome.Refused<K> refused) {
      throw new UnfitKey(
          refused.detail(), "give the credential's key in PEM, or set its algorithm");
    }
    return ((Outcome.Accepted<K>) outcome).value();
  }

  private static KeyMaterial of(SigningKey key) {
    return new KeyMaterial(takingBothNames(key.verificationKey()), Optional.of(key));
  }

  /** Most libraries still call Ed25519 by its older name EdDSA. */
  private static VerificationKey takingBothNames(VerificationKey key) {
    return key.algorithm() == Algorithm.ED25519 ? key.takingEdDsa() : key;
  }
}
