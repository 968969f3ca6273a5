package dev.jeton.server.alerts;

import dev.jeton.server.settings.LiveSettings;
import java.util.Optional;

/** Sends messages as plain text to all addresses of {@code alerts.mail-to}. */
final class MailChannel implements Channel {
  private final LiveSettings live;
  private final Mailer mailer;

  MailChannel(LiveSettings live, Mailer mailer) {
    this.live = live;
    this.mailer = mailer;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public Optional<String> missing() {
    if (live.get(AlertsSection.MAIL_TO).isEmpty()) {
      return Optional.of("alerts.mail-to is not set");
    }
    return mailer.isSet() ? Optional.empty() : Optional.of("mail.host is not set");
  }

  @Override
  public void send(Message message) throws Undelivered {
    mailer.send(live.get(AlertsSection.MAIL_TO), message.id(), message.subject(), message.text());
  }
}
