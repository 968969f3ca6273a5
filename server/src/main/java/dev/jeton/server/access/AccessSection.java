package dev.jeton.server.access;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@link AccessSettings}. */
public final class AccessSection implements SettingsSection<AccessSettings> {
  private static final Key ANONYMOUS = Key.setting(
          "access.anonymous",
          "Who may ask without a proof from beyond this machine: `nobody`, or `anyone` who"
              + " reaches the server. To listen beyond loopback, set one of the two or register a"
              + " caller; with `nobody` everybody from elsewhere needs a caller's API key or"
              + " another proof, but for doors that were opened one by one (`jeton open-door`)")
      .defaultingTo("nobody");
  private static final Key PUBLIC_NAMES = Key.setting(
      "http.public-names",
      "Host names under which the server answers, besides `localhost` and loopback addresses");
  private static final Key CORS_ORIGINS = Key.setting(
          "http.cors-origins",
          "Web origins whose pages may ask, such as `https://app.example.com`; `*` admits any"
              + " origin, but only with a caller's proof")
      .alsoFrom("CORS_ALLOW_ORIGIN");
  private static final Key TRUSTED_PROXIES = Key.setting(
      "http.trusted-proxies",
      "Networks of your own proxies, such as `10.0.0.0/8`; only from there do forwarded headers"
          + " count");

  @Override
  public List<Key> keys() {
    return List.of(ANONYMOUS, PUBLIC_NAMES, CORS_ORIGINS, TRUSTED_PROXIES);
  }

  @Override
  public AccessSettings read(SettingsReader in) {
    return new AccessSettings(
        in.word(ANONYMOUS, AccessSettings.Anonymous.class),
        in.list(PUBLIC_NAMES, AccessSection::name, "give host names without scheme and port"),
        in.list(
            CORS_ORIGINS,
            AccessSection::origin,
            "give exact origins such as https://app.example.com, without a path, or *"),
        in.networks(TRUSTED_PROXIES),
        in.isSet(ANONYMOUS));
  }

  @Override
  public Class<AccessSettings> type() {
    return AccessSettings.class;
  }

  private static @Nullable String name(String text) {
    HostName name = HostName.parse(text);
    return name == null || name.port() >= 0 ? null : name.name();
  }

  private static @Nullable String origin(String text) {
    return text.equals(AccessSettings.ANY_ORIGIN) || Origin.parse(text) != null ? text : null;
  }
}
