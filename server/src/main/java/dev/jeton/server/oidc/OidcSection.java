package dev.jeton.server.oidc;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@link OidcSettings}. */
public final class OidcSection implements SettingsSection<OidcSettings> {
  private static final String PREFIX = "oidc.providers";

  /** Names stand in addresses and cookies. */
  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  private static final Key LEEWAY = Key.setting(
          "oidc.leeway", "How far the clocks of identity providers may be off")
      .defaultingTo("30s");
  private static final ProviderKeys PLAIN_KEYS = new ProviderKeys(
      Key.setting(
          "oidc.issuer",
          "Your identity provider, such as `https://id.example.com`, exactly as its tokens name it in"
              + " `iss`"),
      Key.setting(
          "oidc.audience",
          "What an access token must be for, one of these; without it callers bring no access"
              + " tokens"),
      Key.setting(
          "oidc.jwks-uri",
          "Where the provider's keys are; without it, where its discovery document says"),
      Key.setting(
          "oidc.hosts",
          "Further hosts, besides the issuer's, that its discovery document may name"),
      Key.setting(
          "oidc.client-id", "As what Jeton is registered there; with it people may sign in by it"),
      Key.secret("oidc.client-secret", "The secret of that client; some have none"),
      Key.setting("oidc.scopes", "What is asked for when people sign in")
          .defaultingTo("openid,profile,email"),
      Key.setting(
          "oidc.label", "What the link on the sign-in page says; without it, the issuer's host"),
      Key.setting(
              "oidc.newcomers",
              "Whether whoever signs in there for the first time becomes a developer without rights"
                  + " here")
          .defaultingTo("true"));
  private static final ProviderKeys NAMED_KEYS = PLAIN_KEYS.below(PREFIX + ".<name>");

  @Override
  public Class<OidcSettings> type() {
    return OidcSettings.class;
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>(List.of(LEEWAY));
    keys.addAll(PLAIN_KEYS.all());
    keys.addAll(NAMED_KEYS.all());
    return keys;
  }

  @Override
  public OidcSettings read(SettingsReader in) {
    List<Provider> providers = new ArrayList<>();
    if (PLAIN_KEYS.anySet(in)) {
      PLAIN_KEYS.read(in, OidcSettings.PLAIN).ifPresent(providers::add);
    }
    in.each(PREFIX)
        .forEach((name, one) ->
            NAMED_KEYS.read(one, name).ifPresent(provider -> add(provider, one, providers)));
    return new OidcSettings(providers, in.duration(LEEWAY, Duration.ZERO, Duration.ofMinutes(5)));
  }

  private static void add(Provider provider, SettingsReader in, List<Provider> providers) {
    if (!NAMES.matcher(provider.name()).matches()) {
      in.fault(NAMED_KEYS.issuer(), "its name has other signs", "name it with A-Z a-z 0-9 _ -");
      return;
    }
    for (Provider other : providers) {
      if (other.issuer().equals(provider.issuer())) {
        in.fault(NAMED_KEYS.issuer(), "provider " + other.name() + " is the same one", "keep one");
        return;
      }
      if (other.name().equals(provider.name())) {
        in.fault(
            NAMED_KEYS.issuer(),
            "the name " + OidcSettings.PLAIN + " is taken by the provider of oidc.issuer",
            "give this one another name");
        return;
      }
    }
    providers.add(provider);
  }
}
