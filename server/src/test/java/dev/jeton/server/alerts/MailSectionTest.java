package dev.jeton.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import dev.jeton.tokens.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSectionTest {
  @TempDir
  Path folder;

  @Test
  void withoutAServerThereIsNoMail() {
    assertThat(SectionReading.read(new MailSection(), folder, Map.of()))
        .isEqualTo(new MailSettings(Optional.empty()));
  }

  @Test
  void everyKeyIsMapped() {
    Map<String, String> all = Map.of(
        "JETON_MAIL_HOST", "mail.example.com",
        "JETON_MAIL_PORT", "465",
        "JETON_MAIL_TLS", "tls",
        "JETON_MAIL_FROM", "jeton@example.com",
        "JETON_MAIL_USER", "jeton",
        "JETON_MAIL_PASSWORD", "a-mail-password");
    assertThat(SectionReading.read(new MailSection(), folder, all))
        .isEqualTo(new MailSettings(Optional.of(new MailSettings.Server(
            "mail.example.com",
            465,
            MailSettings.Tls.TLS,
            "jeton@example.com",
            Optional.of(new MailSettings.Login("jeton", Secret.ofText("a-mail-password")))))));
  }

  @Test
  void aPasswordDoesNotCrossTheNetworkUnprotected() {
    assertThat(SectionReading.faults(
            new MailSection(),
            folder,
            Map.of(
                "JETON_MAIL_HOST", "mail.example.com",
                "JETON_MAIL_TLS", "off",
                "JETON_MAIL_USER", "jeton",
                "JETON_MAIL_PASSWORD", "a-mail-password")))
        .hasSize(2)
        .anyMatch(line -> line.contains("unprotected"))
        .anyMatch(line -> line.contains("mail.from"))
        .noneMatch(line -> line.contains("a-mail-password"));
  }

  @Test
  void aShortWebhookSecretIsRefused() {
    assertThat(SectionReading.faults(
            new AlertsSection(), folder, Map.of("JETON_ALERTS_WEBHOOK_SECRET", "short-secret-15")))
        .singleElement()
        .asString()
        .contains("at least 16")
        .doesNotContain("short-secret-15");
  }
}
