package dev.jeton.server.sunbird;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.jwt.VerificationKey;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What checks a credential's tokens, and what signs them where that is here too. */
record KeyMaterial(VerificationKey verificationKey, Optional<SigningKey> signingKey) {
  private static final String NEW_SECRET = "generate a new credential and give its secret";

  /** Reads it; null when something is wrong with it, or the algorithm is not known. */
  static @Nullable KeyMaterial read(
      SettingsReader in, CredentialKeys keys, @Nullable Algorithm algorithm, Profile profile) {
    Secret secret = in.secret(keys.secret());
    String publicKey = in.text(keys.publicKey());
    SecretEncoding encoding = in.word(keys.encoding(), SecretEncoding.class);
    boolean unfit = secret != null && refused(in, keys, secret);
    if (in.isSet(keys.secret()) && in.isSet(keys.publicKey())) {
      in.fault(keys.publicKey(), "the secret is given too", "keep one of the two");
      return null;
    }
    if (!in.isSet(keys.secret()) && !in.isSet(keys.publicKey())) {
      in.fault(keys.secret(), "it is missing", "give the credential's secret or private key");
      return null;
    }
    if (unfit || algorithm == null) {
      return null;
    }
    if (secret != null) {
      return algorithm.isSymmetric()
          ? hmac(in, keys, algorithm, decoded(in, keys, encoding, secret), profile)
          : privateKey(in, keys, algorithm, secret);
    }
    return publicKey == null ? null : publicKey(in, keys, algorithm, publicKey);
  }

  private static boolean refused(SettingsReader in, CredentialKeys keys, Secret secret) {
    Optional<String> unfit = PublishedSecrets.fault(secret);
    unfit.ifPresent(wrong -> in.fault(keys.secret(), wrong, NEW_SECRET));
    return unfit.isPresent();
  }

  private static @Nullable Secret decoded(
      SettingsReader in, CredentialKeys keys, SecretEncoding encoding, Secret secret) {
    if (encoding == SecretEncoding.UTF8) {
      return secret;
    }
    try {
      byte[] text = secret.reveal(SecretAccess.forCryptography());
      Base64.Decoder decoder =
          encoding == SecretEncoding.BASE64 ? Base64.getDecoder() : Base64.getUrlDecoder();
      Secret bytes = Secret.ofBytes(decoder.decode(text));
      return refused(in, keys, bytes) ? null : bytes;
    } catch (IllegalArgumentException e) {
      in.fault(
          keys.secret(),
          "it is not " + encoding.word(),
          "give it so encoded, or set the encoding that it has");
      return null;
    }
  }

  /** RFC 7518 section 3.2 wants as many bytes as the hash has; Kong hands out shorter ones. */
  private static @Nullable KeyMaterial hmac(
      SettingsReader in,
      CredentialKeys keys,
      Algorithm algorithm,
      @Nullable Secret secret,
      Profile profile) {
    if (secret == null) {
      return null;
    }
    if (profile == Profile.LEGACY) {
      return of(SigningKey.hmacOfAnyLength(algorithm, secret));
    }
    try {
      return of(SigningKey.hmac(algorithm, secret));
    } catch (IllegalArgumentException e) {
      in.fault(
          keys.secret(),
          "it is too short: " + algorithm.word() + " takes at least as many bytes as its hash has,"
              + " and it has " + secret.length(),
          NEW_SECRET);
      return null;
    }
  }

  private static @Nullable KeyMaterial privateKey(
      SettingsReader in, CredentialKeys keys, Algorithm algorithm, Secret pem) {
    return read(in, keys.secret(), SigningKey.ofPem(algorithm, pem), KeyMaterial::of);
  }

  private static @Nullable KeyMaterial publicKey(
      SettingsReader in, CredentialKeys keys, Algorithm algorithm, String pem) {
    if (algorithm.isSymmetric()) {
      in.fault(
          keys.publicKey(),
          algorithm.word() + " has no public key",
          "give the secret, or set the algorithm of the key");
      return null;
    }
    return read(
        in,
        keys.publicKey(),
        VerificationKey.ofPem(algorithm, pem),
        key -> new KeyMaterial(takingBothNames(key), Optional.empty()));
  }

  private static <K> @Nullable KeyMaterial read(
      SettingsReader in, Key key, Outcome<K> outcome, Function<K, KeyMaterial> made) {
    if (outcome instanceof Outcome.Refused<K> refused) {
      in.fault(key, refused.detail(), "give the credential's key in PEM, or set its algorithm");
      return null;
    }
    return made.apply(((Outcome.Accepted<K>) outcome).value());
  }

  private static KeyMaterial of(SigningKey key) {
    return new KeyMaterial(takingBothNames(key.verificationKey()), Optional.of(key));
  }

  /** Most libraries still call Ed25519 by its older name EdDSA. */
  private static VerificationKey takingBothNames(VerificationKey key) {
    return key.algorithm() == Algorithm.ED25519 ? key.takingEdDsa() : key;
  }
}
