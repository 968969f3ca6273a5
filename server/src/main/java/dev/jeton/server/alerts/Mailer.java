package dev.jeton.server.alerts;

import dev.jeton.tokens.SecretAccess;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Gives plain text to the mail server of the settings. Blocks. */
public final class Mailer {
  private static final int CONNECTING_MILLIS = 5_000;
  private static final int SENDING_SECONDS = 15;

  private final MailSettings settings;
  private final Vertx vertx;
  private @Nullable MailClient client;

  Mailer(MailSettings settings, Vertx vertx) {
    this.settings = settings;
    this.vertx = vertx;
  }

  /** Whether there is a mail server at all. */
  public boolean isSet() {
    return settings.server().isPresent();
  }

  /**
   * Sends one mail to all of these addresses.
   *
   * @param id the same in each attempt, so that a mail that was taken twice is shown once
   */
  public void send(List<String> to, String id, String subject, String text) throws Undelivered {
    MailSettings.Server server = settings.server().orElseThrow();
    MailMessage mail = new MailMessage()
        .setFrom(server.from())
        .setTo(to)
        .setSubject(subject)
        .setText(text)
        .addHeader("Auto-Submitted", "auto-generated")
        .addHeader("Message-ID", "<" + id + "@" + domain(server.from()) + ">");
    try {
      client(server)
          .sendMail(mail)
          .toCompletionStage()
          .toCompletableFuture()
          .get(SENDING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw refused(server, e.getCause());
    } catch (TimeoutException e) {
      throw new Undelivered(server.host() + " does not take it within 15 s", true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered("the server stops", false);
    }
  }

  private static String domain(String address) {
    return address.substring(address.indexOf('@') + 1);
  }

  private static Undelivered refused(MailSettings.Server server, @Nullable Throwable cause) {
    if (cause instanceof SMTPException answer && answer.getReplyCode() > 0) {
      return new Undelivered(
          server.host() + " answers " + answer.getReplyCode()
              + "; look at mail.user, mail.password, mail.from and alerts.mail-to",
          !answer.isPermanent());
    }
    return new Undelivered(
        server.host() + " cannot be talked to on port " + server.port()
            + "; look at mail.host, mail.port and mail.tls",
        true);
  }

  /** Made when it is needed first, because most servers send nothing. */
  private synchronized MailClient client(MailSettings.Server server) {
    if (client == null) {
      client = MailClient.create(vertx, config(server));
    }
    return client;
  }

  private static MailConfig config(MailSettings.Server server) {
    MailConfig config = new MailConfig(server.host(), server.port())
        .setSsl(server.tls() == MailSettings.Tls.TLS)
        .setStarttls(
            server.tls() == MailSettings.Tls.STARTTLS
                ? StartTLSOptions.REQUIRED
                : StartTLSOptions.DISABLED)
        .setLogin(server.login().isPresent() ? LoginOption.REQUIRED : LoginOption.NONE)
        .setKeepAlive(false);
    config.setConnectTimeout(CONNECTING_MILLIS);
    config.setHostnameVerificationAlgorithm("HTTPS");
    server
        .login()
        .ifPresent(login -> config
            .setUsername(login.user())
            .setPassword(new String(
                login.password().reveal(SecretAccess.forCryptography()), StandardCharsets.UTF_8)));
    return config;
  }
}
