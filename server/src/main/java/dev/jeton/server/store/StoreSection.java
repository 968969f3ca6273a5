package dev.jeton.server.store;

import dev.jeton.server.settings.DataSection;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@link StoreSettings}. */
public final class StoreSection implements SettingsSection<StoreSettings> {
  private static final Key URL = Key.setting(
          "store.url",
          "A PostgreSQL database, such as `jdbc:postgresql://db.example.com/jeton`; without it"
              + " everything is in `jeton.db` in the data folder (SQLite)")
      .alsoFrom("JETON_DB_URL");
  private static final Key USER =
      Key.setting("store.user", "The database's user").alsoFrom("JETON_DB_USER");
  private static final Key PASSWORD =
      Key.secret("store.password", "That user's password").alsoFrom("JETON_DB_PASSWORD");

  private static final Pattern FORM =
      Pattern.compile("jdbc:postgresql://[^/?#@\\s]+/[^/?#\\s]+(\\?[^#\\s]*)?");
  private static final Pattern WITH_CREDENTIALS =
      Pattern.compile("[?&](user|password|sslpassword)=", Pattern.CASE_INSENSITIVE);

  @Override
  public Class<StoreSettings> type() {
    return StoreSettings.class;
  }

  @Override
  public List<Key> keys() {
    return List.of(URL, USER, PASSWORD);
  }

  @Override
  public StoreSettings read(SettingsReader in) {
    String url = in.text(URL);
    if (url == null) {
      refuseAlone(in, USER);
      refuseAlone(in, PASSWORD);
      Path folder = in.path(DataSection.DATA);
      return StoreSettings.Sqlite.in(folder == null ? Path.of("data") : folder);
    }
    // The value is not shown: people put passwords into it.
    if (!FORM.matcher(url).matches() || WITH_CREDENTIALS.matcher(url).find()) {
      in.fault(
          URL,
          "it is no address of a PostgreSQL database, or it has user or password in it",
          "give jdbc:postgresql://host[:port]/database; user and password go into store.user and"
              + " store.password");
    }
    return new StoreSettings.Postgres(
        url, Optional.ofNullable(in.text(USER)), Optional.ofNullable(in.secret(PASSWORD)));
  }

  private static void refuseAlone(SettingsReader in, Key key) {
    if (!in.isSet(URL) && in.isSet(key)) {
      in.fault(key, "it is for a database server, and none is named", "set store.url too");
    }
  }
}
