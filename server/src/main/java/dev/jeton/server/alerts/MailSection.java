package dev.jeton.server.alerts;

import dev.jeton.server.alerts.MailSettings.Login;
import dev.jeton.server.alerts.MailSettings.Server;
import dev.jeton.server.alerts.MailSettings.Tls;
import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import dev.jeton.tokens.Secret;
import java.util.List;
import java.util.Optional;

/** Reads {@link MailSettings}. */
public final class MailSection implements SettingsSection<MailSettings> {
  private static final Key HOST = Key.setting(
      "mail.host", "The mail server (SMTP) that takes our mail; without it none is sent");
  private static final Key PORT = Key.setting("mail.port", "Its port").defaultingTo("587");
  private static final Key TLS = Key.setting(
          "mail.tls",
          "How the connection to it is protected: `starttls`, `tls` from the first byte (mostly port"
              + " 465), or `off`")
      .defaultingTo("starttls");
  private static final Key USER = Key.setting("mail.user", "Our user there");
  private static final Key PASSWORD = Key.secret("mail.password", "That user's password");
  private static final Key FROM =
      Key.setting("mail.from", "The address that our mail comes from, such as jeton@example.com");
  private static final int MOST_PORT = 65_535;

  @Override
  public List<Key> keys() {
    return List.of(HOST, PORT, TLS, USER, PASSWORD, FROM);
  }

  @Override
  public MailSettings read(SettingsReader in) {
    String host = in.text(HOST);
    int port = in.whole(PORT, 1, MOST_PORT);
    Tls tls = in.word(TLS, Tls.class);
    String user = in.text(USER);
    Secret password = in.secret(PASSWORD);
    String from = in.parsed(
        FROM,
        text -> Addresses.isMail(text) ? text : null,
        "give an address such as jeton@example.com");
    if (host == null) {
      for (Key key : List.of(USER, PASSWORD, FROM)) {
        if (in.isSet(key)) {
          in.fault(key, "it is for a mail server, and none is named", "set mail.host too");
        }
      }
      return new MailSettings(Optional.empty());
    }
    if (from == null && !in.isSet(FROM)) {
      in.fault(FROM, "it is missing", "give an address such as jeton@example.com");
    }
    if ((user == null) != (password == null)) {
      in.fault(
          user == null ? USER : PASSWORD, "it is missing", "set user and password, or neither");
    }
    if (tls == Tls.OFF && password != null && !Addresses.isLoopback(host)) {
      in.fault(TLS, "the password would cross the network unprotected", "give starttls or tls");
    }
    Optional<Login> login = user == null || password == null
        ? Optional.empty()
        : Optional.of(new Login(user, password));
    return new MailSettings(
        Optional.of(new Server(host, port, tls, from == null ? "" : from, login)));
  }

  @Override
  public Class<MailSettings> type() {
    return MailSettings.class;
  }
}
