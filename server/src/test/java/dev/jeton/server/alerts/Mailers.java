package dev.jeton.server.alerts;

import io.vertx.core.Vertx;
import java.util.Optional;

/** Ways to mail servers, for tests of rooms that send mail. */
public final class Mailers {
  private Mailers() {}

  public static Mailer none() {
    return new Mailer(new MailSettings(Optional.empty()), Vertx.vertx());
  }

  /** To one on this machine that asks for no password. */
  public static Mailer at(int port, Vertx vertx) {
    MailSettings.Server server = new MailSettings.Server(
        "127.0.0.1", port, MailSettings.Tls.OFF, "jeton@example.com", Optional.empty());
    return new Mailer(new MailSettings(Optional.of(server)), vertx);
  }
}
