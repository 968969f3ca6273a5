package dev.jeton.server.sunbird;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SunbirdToken;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  private static final String KEY_RULE =
      "give the credential's key: 1 to " + Credential.MAX_KEY_LENGTH + " visible characters";

  private static final String ALGORITHMS = "give "
      + Arrays.stream(Algorithm.values()).map(Algorithm::word).collect(Collectors.joining(", "));

  List<Key> all() {
    return List.of(key, secret, publicKey, algorithm, encoding, profile, maxLifetime, allow);
  }

  boolean anySet(SettingsReader in) {
    return all().stream().anyMatch(in::isSet);
  }

  /** The credential, unless something is wrong with it. */
  Optional<SunbirdCredential> read(SettingsReader in, String name) {
    String iss = in.parsed(key, CredentialKeys::visible, KEY_RULE);
    if (!in.isSet(key)) {
      in.fault(key, "it is missing", KEY_RULE);
    }
    Profile demanded = in.word(profile, Profile.class);
    Algorithm signs = in.parsed(algorithm, Algorithm::ofWord, ALGORITHMS);
    KeyMaterial material = KeyMaterial.read(in, this, signs, demanded);
    Duration longest = in.duration(maxLifetime, Duration.ofSeconds(1), SunbirdToken.MAX_LIFETIME);
    Set<Grant> grants = Set.copyOf(in.list(allow, Grant::ofWord, "give " + Grant.words()));
    if (demanded == Profile.STRICT && grants.contains(Grant.NO_EXPIRY)) {
      in.fault(
          allow,
          "the credential is strict, and strict tokens have an end",
          "leave no-expiry out, or set the profile legacy");
    }
    if (iss == null || material == null) {
      return Optional.empty();
    }
    Credential credential = new Credential(iss, material.verificationKey(), demanded, longest);
    return Optional.of(new SunbirdCredential(name, credential, material.signingKey(), grants));
  }

  private static @Nullable String visible(String text) {
    boolean fits = text.length() <= Credential.MAX_KEY_LENGTH
        && text.codePoints().allMatch(c -> c > ' ' && !Character.isISOControl(c));
    return fits ? text : null;
  }
}
