package dev.jeton.server.agora.kick;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.LiveSetting;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Agora's RESTful API is asked with. Where it is can be said before the start alone. */
public final class KickSection implements SettingsSection<KickSettings> {
  static final LiveSetting<Optional<String>> CUSTOMER_ID = LiveSetting.text(
      Key.setting(
          "agora.customer-id",
          "Customer ID of the account for Agora's RESTful API, with which users are kicked out"),
      KickSection::isWord,
      "give the Customer ID that Agora Console shows, 1 to 128 letters, digits, - and _");
  static final LiveSetting<Optional<String>> CUSTOMER_SECRET = LiveSetting.text(
      Key.secret("agora.customer-secret", "Its Customer Secret"),
      KickSection::isWord,
      "give the Customer Secret that Agora Console shows, 1 to 128 letters, digits, - and _");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}");
  private static final Key API_URL = Key.setting(
          "agora.api-url", "Where Agora's RESTful API is: https, or http on this machine")
      .defaultingTo("https://api.agora.io");

  private static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }

  @Override
  public List<Key> keys() {
    return List.of(API_URL);
  }

  @Override
  public List<LiveSetting<?>> live() {
    return List.of(CUSTOMER_ID, CUSTOMER_SECRET);
  }

  @Override
  public KickSettings read(SettingsReader in) {
    URI url = in.parsed(
        API_URL, KickSection::address, "give an https address, such as https://api.agora.io");
    return new KickSettings(url == null ? URI.create("https://api.agora.io") : url);
  }

  private static @Nullable URI address(String text) {
    try {
      URI url = new URI(text);
      String host = url.getHost();
      boolean fits = host != null
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null
          && ("https".equals(url.getScheme())
              || ("http".equals(url.getScheme()) && LOOPBACK.matcher(host).matches()));
      return fits ? url : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  @Override
  public Class<KickSettings> type() {
    return KickSettings.class;
  }
}
