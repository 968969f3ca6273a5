package dev.jeton.server.alerts;

import dev.jeton.server.settings.Settings;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one way to the mail server, for all rooms that send mail. */
@Singleton
class Mail {
  @Produces
  @Singleton
  Mailer mailer(Settings settings, Vertx vertx) {
    return new Mailer(settings.get(MailSettings.class), vertx);
  }
}
