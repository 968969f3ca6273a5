package dev.jeton.server.alerts;

import dev.jeton.server.settings.LiveSettings;
import dev.jeton.tokens.SecretAccess;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends messages as plain text to all addresses of {@code alerts.mail-to}. */
final class MailChannel implements Channel {
  private static final int CONNECTING_MILLIS = 5_000;
  private static final int SENDING_SECONDS = 15;

  private final LiveSettings live;
  private final MailSettings settings;
  private final Vertx vertx;
  private @Nullable MailClient client;

  MailChannel(LiveSettings live, MailSettings settings, Vertx vertx) {
    this.live = live;
    this.settings = settings;
    this.vertx = vertx;
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
    return settings.server().isPresent() ? Optional.empty() : Optional.of("mail.host is not set");
  }

  @Override
  public void send(Message message) throws Undelivered {
    MailSettings.Server server = settings.server().orElseThrow();
    MailMessage mail = new MailMessage()
        .setFrom(server.from())
        .setTo(live.get(AlertsSection.MAIL_TO))
        .setSubject(message.subject())
        .setText(message.text())
        .addHeader("Auto-Submitted", "auto-generated")
        // The same in each attempt, so that a mail that was taken twice is shown once.
        .addHeader("Message-ID", "<" + message.id() + "@" + domain(server.from()) + ">");
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
