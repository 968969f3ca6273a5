package dev.jeton.server.opendoors;

import dev.jeton.server.alerts.Addresses;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import dev.jeton.tokens.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@link OpenDoorsSettings}. */
public final class OpenDoorsSection implements SettingsSection<OpenDoorsSettings> {
  private static final Key URL = Key.setting(
      "open-doors.captcha-url",
      "Where a captcha's answer is checked, for open doors that ask for one:"
          + " `https://api.hcaptcha.com/siteverify`,"
          + " `https://challenges.cloudflare.com/turnstile/v0/siteverify`, or another address that"
          + " answers as they do");
  private static final Key SECRET =
      Key.secret("open-doors.captcha-secret", "The secret that this provider gave you");

  @Override
  public List<Key> keys() {
    return List.of(URL, SECRET);
  }

  @Override
  public OpenDoorsSettings read(SettingsReader in) {
    @Nullable
    URI url = in.parsed(
        URL,
        text -> Addresses.isWeb(text) ? URI.create(text) : null,
        "give an https address without user, or an http one of this machine");
    @Nullable Secret secret = in.secret(SECRET);
    if (url != null && secret == null) {
      in.fault(SECRET, "it is missing", "give the secret that belongs to open-doors.captcha-url");
    }
    if (url == null && secret != null) {
      in.fault(URL, "it is missing", "say where open-doors.captcha-secret counts");
    }
    return new OpenDoorsSettings(
        url == null || secret == null
            ? Optional.empty()
            : Optional.of(new OpenDoorsSettings.Provider(url, secret)));
  }

  @Override
  public Class<OpenDoorsSettings> type() {
    return OpenDoorsSettings.class;
  }
}
