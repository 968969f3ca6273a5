package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.jeton.server.alerts.Mailers;
import dev.jeton.server.http.Refused;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkMailTest {
  private static final String LINK = "https://tokens.example.com/welcome#a-secret-of-a-link";
  private static final PersonSpec ALICE =
      new PersonSpec("alice", Optional.of("alice@example.com"), Set.of(), true);

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static PeopleSettings settings(Optional<String> address) {
    return new PeopleSettings(
        Duration.ofMinutes(30), Duration.ofHours(12), Optional.empty(), address);
  }

  private LinkMail mail(Optional<String> address) {
    return new LinkMail(Mailers.at(MAIL.getSmtp().getPort(), vertx), settings(address));
  }

  @Test
  void thePersonGetsTheLinkAsPlainText() throws Exception {
    LinkMail mail = mail(Optional.of("https://tokens.example.com"));
    mail.require(ALICE);
    mail.send(ALICE, "request-1", LINK, Instant.parse("2026-11-22T00:00:00Z"));
    MimeMessage[] got = MAIL.getReceivedMessages();
    assertThat(got).hasSize(1);
    assertThat(got[0].getAllRecipients()[0]).hasToString("alice@example.com");
    assertThat(GreenMailUtil.getBody(got[0])).contains(LINK, "alice", "2026-11-22T00:00:00Z");
  }

  @Test
  void withoutAnAddressOfThePersonOrOfTheServerNoneIsSent() {
    PersonSpec bob = new PersonSpec("bob", Optional.empty(), Set.of(), true);
    assertThatThrownBy(() -> mail(Optional.of("https://tokens.example.com")).require(bob))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> mail(Optional.empty()).require(ALICE)).isInstanceOf(Refused.class);
    LinkMail nowhere = new LinkMail(Mailers.none(), settings(Optional.of("https://a.example")));
    assertThatThrownBy(() -> nowhere.require(ALICE)).isInstanceOf(Refused.class);
  }

  @Test
  void aMailServerThatIsGoneIsToldWithoutTheLink() {
    int port = MAIL.getSmtp().getPort();
    MAIL.stop();
    LinkMail mail =
        new LinkMail(Mailers.at(port, vertx), settings(Optional.of("https://tokens.example.com")));
    assertThatThrownBy(() -> mail.send(ALICE, "request-1", LINK, Instant.EPOCH))
        .isInstanceOfSatisfying(Refused.class, refused -> {
          assertThat(refused.problem().status()).isEqualTo(502);
          assertThat(refused.problem().detail()).doesNotContain("a-secret-of-a-link");
        });
  }
}
