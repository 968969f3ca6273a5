package dev.jeton.server.alerts;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.LiveSetting;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of alerts; all but the secret may change while the server runs. */
public final class AlertsSection implements SettingsSection<AlertsSettings> {
  static final LiveSetting<List<String>> MAIL_TO = LiveSetting.texts(
      Key.setting("alerts.mail-to", "Addresses that get alerts by mail; needs mail.host"),
      Addresses::isMail,
      "give mail addresses such as ops@example.com");
  static final LiveSetting<Optional<String>> WEBHOOK_URL = LiveSetting.text(
      Key.secret(
          "alerts.webhook-url",
          "Where alerts are posted to as JSON: https, or http on this machine"),
      Addresses::isWeb,
      "give an https address without user, or an http one of this machine");
  static final LiveSetting<Duration> KEY_ENDS_WITHIN = LiveSetting.duration(
      Key.setting(
              "alerts.key-ends-within",
              "How long before its end a key, certificate or credential is told first; then again 3"
                  + " days and 1 day before")
          .defaultingTo("14d"),
      Duration.ofDays(1),
      Duration.ofDays(365));
  static final LiveSetting<Integer> DISK_ABOVE = LiveSetting.whole(
      Key.setting(
              "alerts.disk-above",
              "How full, in percent, the data folder's disk is when it is told")
          .defaultingTo("90"),
      1,
      100);
  public static final LiveSetting<Duration> CLOCK_OFF_BY = LiveSetting.duration(
      Key.setting("alerts.clock-off-by", "How far off the clock is when it is told")
          .defaultingTo("5s"),
      Duration.ofSeconds(1),
      Duration.ofHours(1));
  public static final LiveSetting<Optional<String>> NTP_SERVER = LiveSetting.text(
      Key.setting(
          "alerts.ntp-server",
          "An NTP server, `host` or `host:port`, with whose clock this one is compared every 5"
              + " minutes"),
      Addresses::isHost,
      "give a host or host:port, such as time.example.com");

  private static final int SHORTEST_SECRET = 16;
  private static final Key WEBHOOK_SECRET = Key.secret(
      "alerts.webhook-secret",
      "Signs what is posted to alerts.webhook-url; at least 16 characters");

  @Override
  public List<Key> keys() {
    return List.of(WEBHOOK_SECRET);
  }

  @Override
  public List<LiveSetting<?>> live() {
    return List.of(MAIL_TO, WEBHOOK_URL, KEY_ENDS_WITHIN, DISK_ABOVE, CLOCK_OFF_BY, NTP_SERVER);
  }

  @Override
  public AlertsSettings read(SettingsReader in) {
    String text = in.text(WEBHOOK_SECRET);
    if (text != null && text.length() < SHORTEST_SECRET) {
      in.fault(WEBHOOK_SECRET, "it is too short", "give at least 16 random characters");
    }
    return new AlertsSettings(Optional.ofNullable(in.secret(WEBHOOK_SECRET)));
  }

  @Override
  public Class<AlertsSettings> type() {
    return AlertsSettings.class;
  }
}
