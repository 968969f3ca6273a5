package dev.jeton.server.alerts;

import io.vertx.core.Vertx;
import java.util.Optional;

/** Ways to no mail server, for tests of rooms that send mail. */
public final class Mailers {
  private Mailers() {}

  public static Mailer none() {
    return new Mailer(new MailSettings(Optional.empty()), Vertx.vertx());
  }
}
