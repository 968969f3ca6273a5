package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.tokens.Secret;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailChannelTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Message MESSAGE = new Message(
      "00000000000000a1",
      NOON,
      "node-1",
      false,
      List.of(new Alert(
          Alert.What.BEGINS, Condition.here("disk-full", "node-1", "the disk is full"), NOON)));

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static LiveSettings to(String... addresses) {
    return new LiveSettings(
        new AlertsSection().live(), Map.of("alerts.mail-to", List.of(addresses)));
  }

  private Courier courier(int port, MailSettings.Tls tls, Optional<MailSettings.Login> login) {
    MailSettings settings = new MailSettings(
        Optional.of(new MailSettings.Server("127.0.0.1", port, tls, "jeton@example.com", login)));
    return new Courier(
        List.of(new MailChannel(
            to("ops@example.com", "night@example.com"), new Mailer(settings, vertx))),
        time -> {});
  }

  @Test
  void everyAddressGetsThePlainText() throws Exception {
    MAIL.setUser("jeton@example.com", "jeton", "a-mail-password");
    Courier courier = courier(
        MAIL.getSmtp().getPort(),
        MailSettings.Tls.OFF,
        Optional.of(new MailSettings.Login("jeton", Secret.ofText("a-mail-password"))));
    Courier.Result result = courier.deliver(MESSAGE, 1).get(0);
    assertThat(result.detail()).isEmpty();
    MimeMessage[] got = MAIL.getReceivedMessages();
    assertThat(got).hasSize(2);
    assertThat(got[0].getSubject()).isEqualTo("Jeton on node-1: disk-full begins");
    assertThat(got[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(got[0].getHeader("Message-ID"))
        .singleElement()
        .asString()
        .matches("<[0-9a-f]{16}@.*>");
    assertThat(GreenMailUtil.getBody(got[0]))
        .contains("begins: disk-full: node-1: the disk is full", "2026-11-21T12:00:00Z");
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() {
    MAIL.setUser("jeton@example.com", "jeton", "a-mail-password");
    Courier courier = courier(
        MAIL.getSmtp().getPort(),
        MailSettings.Tls.OFF,
        Optional.of(new MailSettings.Login("jeton", Secret.ofText("another-password"))));
    Courier.Result result = courier.deliver(MESSAGE, 1).get(0);
    assertThat(result.outcome()).isEqualTo(Courier.Outcome.FAILED);
    assertThat(result.detail()).contains("mail.password").doesNotContain("another-password");
  }

  @Test
  void withoutTheProtectionThatWasAskedForNothingIsSent() {
    Courier courier =
        courier(MAIL.getSmtp().getPort(), MailSettings.Tls.STARTTLS, Optional.empty());
    assertThat(courier.deliver(MESSAGE, 1).get(0).outcome()).isEqualTo(Courier.Outcome.FAILED);
    assertThat(MAIL.getReceivedMessages()).isEmpty();
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(
            new MailChannel(to(), new Mailer(new MailSettings(Optional.empty()), vertx)).missing())
        .contains("alerts.mail-to is not set");
    assertThat(new MailChannel(to("a@b"), new Mailer(new MailSettings(Optional.empty()), vertx))
            .missing())
        .contains("mail.host is not set");
  }
}
