package dev.jeton.server.people;

import dev.jeton.server.access.Problem;
import dev.jeton.server.alerts.Mailer;
import dev.jeton.server.alerts.Undelivered;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Brings links to people by mail, where a mail server is set. */
@Singleton
class LinkMail {
  private final Mailer mailer;
  private final PeopleSettings settings;

  @Inject
  LinkMail(Mailer mailer, Settings settings) {
    this(mailer, settings.get(PeopleSettings.class));
  }

  LinkMail(Mailer mailer, PeopleSettings settings) {
    this.mailer = mailer;
    this.settings = settings;
  }

  /** The address that links begin with. */
  String base(Call call) {
    return settings.address().orElse(call.arrival().address());
  }

  /** Refuses what cannot be sent, before anything is changed. */
  void require(PersonSpec person) {
    if (!mailer.isSet()) {
      throw refused("mail.host is not set, so no mail is sent; ask without mail to get the link");
    }
    if (person.mail().isEmpty()) {
      throw refused("the person has no mail address; set one, or ask without mail to get the link");
    }
    if (settings.address().isEmpty()) {
      throw refused("people.address is not set; it says how links in mails begin");
    }
  }

  void send(PersonSpec person, String id, String link, Instant endsAt) {
    String text = "Under this link you choose the password of your account " + person.name()
        + " at Jeton, once, until " + endsAt + ":\n\n" + link + "\n\n"
        + "If you expect no such mail, tell your operator.\n";
    try {
      mailer.send(List.of(person.mail().orElseThrow()), id, "Jeton: choose your password", text);
    } catch (Undelivered e) {
      throw new Refused(
          new Problem(502, "mail-not-sent", "the mail was not sent: " + e.line() + "; ask again"));
    }
  }

  private static Refused refused(String why) {
    return new Refused(new Problem(409, "cannot-mail", why));
  }
}
