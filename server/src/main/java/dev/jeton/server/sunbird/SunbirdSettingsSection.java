package dev.jeton.server.sunbird;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import dev.jeton.server.settings.Standard;
import java.util.ArrayList;
import java.util.List;

/** Reads the credentials: one from plain keys or the environment, any number from the file. */
public final class SunbirdSettingsSection implements SettingsSection<SunbirdSettings> {
  /** The name of the credential that the plain keys describe. */
  static final String PLAIN = "default";

  private static final String PREFIX = "sunbird.credentials";

  private static final CredentialKeys PLAIN_KEYS = new CredentialKeys(
      Key.setting("sunbird.key", "Key of the Sunbird credential, the iss of its tokens")
          .alsoFrom("SUNBIRD_KEY"),
      Key.secret(
              "sunbird.secret",
              "Its secret; for RS256, ES256 and Ed25519 its private key in PEM (PKCS#8)")
          .alsoFrom("SUNBIRD_SECRET"),
      Key.setting(
              "sunbird.public-key",
              "Its public key in PEM in place of the secret; its tokens are then verified and not"
                  + " minted")
          .alsoFrom("SUNBIRD_PUBLIC_KEY"),
      Key.setting("sunbird.algorithm", "What signs: HS256, HS384, HS512, RS256, ES256 or Ed25519")
          .defaultingTo("HS256")
          .alsoFrom("SUNBIRD_ALGORITHM"),
      Key.setting(
              "sunbird.secret-encoding",
              "How the secret stands for the bytes of an HMAC key: utf8, base64 or base64url")
          .defaultingTo("utf8")
          .alsoFrom("SUNBIRD_SECRET_ENCODING"),
      Key.setting(
              "sunbird.profile",
              "What is demanded of its tokens: strict, or legacy for those of old gateways and"
                  + " clients")
          .defaultingTo("strict")
          .alsoFrom("SUNBIRD_PROFILE"),
      Key.setting(
              "sunbird.max-lifetime",
              "The longest life of a token that is minted, and of a strict one that is verified")
          .defaultingTo("5m")
          .alsoFrom("SUNBIRD_MAX_LIFETIME"),
      Key.setting(
              "sunbird.allow",
              "Tokens for the sake of old gateways that it may mint: no-expiry, the bare {iss} token")
          .alsoFrom("SUNBIRD_ALLOW"));

  private static final CredentialKeys NAMED_KEYS = new CredentialKeys(
      Key.setting(PREFIX + ".<name>.key", "As sunbird.key, for a credential of that name"),
      Key.secret(PREFIX + ".<name>.secret", "As sunbird.secret"),
      Key.setting(PREFIX + ".<name>.public-key", "As sunbird.public-key"),
      Key.setting(PREFIX + ".<name>.algorithm", "As sunbird.algorithm").defaultingTo("HS256"),
      Key.setting(PREFIX + ".<name>.secret-encoding", "As sunbird.secret-encoding")
          .defaultingTo("utf8"),
      Key.setting(PREFIX + ".<name>.profile", "As sunbird.profile").defaultingTo("strict"),
      Key.setting(PREFIX + ".<name>.max-lifetime", "As sunbird.max-lifetime").defaultingTo("5m"),
      Key.setting(PREFIX + ".<name>.allow", "As sunbird.allow"));

  private static final Key DEFAULT = Key.setting(
          PREFIX + ".<name>.default", "Whether callers get this credential who name none")
      .defaultingTo("false");

  @Override
  public Class<SunbirdSettings> type() {
    return SunbirdSettings.class;
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>(PLAIN_KEYS.all());
    keys.addAll(NAMED_KEYS.all());
    keys.add(DEFAULT);
    return keys;
  }

  @Override
  public SunbirdSettings read(SettingsReader in) {
    List<GivenCredential> credentials = new ArrayList<>();
    Standard standard = new Standard("credential", DEFAULT);
    if (PLAIN_KEYS.anySet(in)) {
      PLAIN_KEYS.read(in, PLAIN).ifPresent(credential -> {
        credentials.add(credential);
        standard.addPlain(PLAIN);
      });
    }
    in.each(PREFIX).forEach((name, one) -> {
      if (PLAIN_KEYS.anySet(in) && name.equals(PLAIN)) {
        one.fault(
            NAMED_KEYS.key(),
            "the name " + PLAIN + " is taken by the credential of sunbird.key",
            "give this credential another name");
      }
      NAMED_KEYS.read(one, name).ifPresent(given -> add(marked(given, one), one, credentials));
      standard.add(name, one);
    });
    return new SunbirdSettings(credentials, standard.name());
  }

  private static GivenCredential marked(GivenCredential given, SettingsReader in) {
    return new GivenCredential(given.spec().marked(in.truth(DEFAULT)), given.secret());
  }

  /** Whatever a caller may name leads to one credential. */
  private static void add(
      GivenCredential given, SettingsReader in, List<GivenCredential> credentials) {
    CredentialSpec credential = given.spec();
    for (GivenCredential other : credentials) {
      CredentialSpec before = other.spec();
      if (before.key().equals(credential.key())) {
        in.fault(NAMED_KEYS.key(), "credential " + before.name() + " has the same key", "keep one");
      } else if (before.key().equals(credential.name()) || before.name().equals(credential.key())) {
        in.fault(
            NAMED_KEYS.key(),
            "its name or key is the key or name of credential " + before.name(),
            "give one of them another name");
      } else if (before.name().equalsIgnoreCase(credential.name())) {
        in.fault(
            NAMED_KEYS.key(),
            "its name is that of credential " + before.name() + " in other letter case",
            "give one of them another name");
      }
    }
    credentials.add(given);
  }
}
