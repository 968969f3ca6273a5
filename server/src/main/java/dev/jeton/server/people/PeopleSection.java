package dev.jeton.server.people;

import dev.jeton.server.people.PeopleSettings.Lockout;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@link PeopleSettings}. */
public final class PeopleSection implements SettingsSection<PeopleSettings> {
  private static final Key IDLE = Key.setting(
          "people.session-idle", "How long people stay signed in while they do nothing")
      .defaultingTo("30m");
  private static final Key LENGTH = Key.setting(
          "people.session-length", "How long people stay signed in at most")
      .defaultingTo("12h");
  private static final Key LOCK_AFTER = Key.setting(
          "people.lock-after", "How many wrong passwords in a row lock an account; 0 locks none")
      .defaultingTo("10");
  private static final Key LOCK_LASTS = Key.setting(
          "people.lock-lasts",
          "How long an account is locked the first time; each further time twice as long, 24 h at"
              + " most")
      .defaultingTo("15m");
  private static final Key ADDRESS = Key.setting(
      "people.address",
      "How links to people begin, such as `https://tokens.example.com`; without it, with the address"
          + " under which the operator asked, and none are mailed");
  private static final Pattern ADDRESSES =
      Pattern.compile("https://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");
  private static final int MOST_WRONG = 100;

  @Override
  public List<Key> keys() {
    return List.of(IDLE, LENGTH, LOCK_AFTER, LOCK_LASTS, ADDRESS);
  }

  @Override
  public PeopleSettings read(SettingsReader in) {
    int after = in.whole(LOCK_AFTER, 0, MOST_WRONG);
    Duration lasts = in.duration(LOCK_LASTS, Duration.ofMinutes(1), Duration.ofHours(24));
    return new PeopleSettings(
        in.duration(IDLE, Duration.ofMinutes(5), Duration.ofHours(24)),
        in.duration(LENGTH, Duration.ofMinutes(5), Duration.ofDays(7)),
        after == 0 ? Optional.empty() : Optional.of(new Lockout(after, lasts)),
        Optional.ofNullable(in.parsed(
            ADDRESS,
            text -> ADDRESSES.matcher(text).matches() ? text : null,
            "give an https address without a path, such as https://tokens.example.com")));
  }

  @Override
  public Class<PeopleSettings> type() {
    return PeopleSettings.class;
  }
}
