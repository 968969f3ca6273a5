package dev.jeton.server.sunbird;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import dev.jeton.tokens.sunbird.SunbirdToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one credential, and how a credential is read from them. */
record CredentialKeys(
    Key key,
    Key secret,
    Key publicKey,
    Key algorithm,
    Key encoding,
    Key profile,
    Key maxLifetime,
    Key allow) {

  private static final String KEY_RULE = "give the credential's key: " + CredentialSpec.KEY_RULE;

  List<Key> all() {
    return List.of(key, secret, publicKey, algorithm, encoding, profile, maxLifetime, allow);
  }

  boolean anySet(SettingsReader in) {
    return all().stream().anyMatch(in::isSet);
  }

  /** The credential, unless something is wrong with it. */
  Optional<GivenCredential> read(SettingsReader in, String name) {
    String iss = in.parsed(key, CredentialSpec::visible, KEY_RULE);
    if (!in.isSet(key)) {
      in.fault(key, "it is missing", KEY_RULE);
    }
    Algorithm signs = in.parsed(algorithm, Algorithm::ofWord, "give " + CredentialSpec.ALGORITHMS);
    Secret given = in.secret(secret);
    CredentialSpec spec = new CredentialSpec(
        iss == null ? name : iss,
        name,
        Optional.empty(),
        Optional.empty(),
        signs == null ? Algorithm.HS256 : signs,
        in.word(profile, Profile.class),
        in.word(encoding, SecretEncoding.class),
        in.duration(maxLifetime, Duration.ofSeconds(1), SunbirdToken.MAX_LIFETIME),
        Set.copyOf(in.list(allow, Grant::ofWord, "give " + Grant.words())),
        Optional.ofNullable(in.text(publicKey)),
        false);
    if (spec.contradictsItself()) {
      in.fault(
          allow,
          "the credential is strict, and strict tokens have an end",
          "leave no-expiry out, or set the profile legacy");
    }
    boolean fits = hasOne(in) && fits(in, spec, given, signs != null);
    return fits && iss != null && signs != null
        ? Optional.of(new GivenCredential(spec, Optional.ofNullable(given)))
        : Optional.empty();
  }

  private boolean hasOne(SettingsReader in) {
    boolean hasSecret = in.isSet(secret);
    if (hasSecret && in.isSet(publicKey)) {
      in.fault(publicKey, "the secret is given too", "keep one of the two");
    } else if (!hasSecret && !in.isSet(publicKey)) {
      in.fault(secret, "it is missing", "give the credential's secret or private key");
    }
    return hasSecret != in.isSet(publicKey);
  }

  private boolean fits(
      SettingsReader in, CredentialSpec spec, @Nullable Secret given, boolean algorithmIsKnown) {
    Key which = given == null ? publicKey : secret;
    try {
      if (given != null && !algorithmIsKnown) {
        KeyMaterial.refusePublished(given);
      } else if (given != null) {
        KeyMaterial.ofSecret(spec, given);
      } else if (spec.publicKey().isPresent() && algorithmIsKnown) {
        KeyMaterial.ofPublicKey(spec.algorithm(), spec.publicKey().get());
      }
      return given != null || spec.publicKey().isPresent();
    } catch (UnfitKey e) {
      in.fault(which, e.wrong(), e.right());
      return false;
    }
  }
}
