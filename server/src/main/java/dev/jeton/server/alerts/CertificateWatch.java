package dev.jeton.server.alerts;

import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells of the end of the certificate that this server shows to its clients. */
@Singleton
class CertificateWatch implements Watch {
  private final @Nullable Path file;
  private final LiveSettings live;
  private final Supplier<String> node;

  @Inject
  CertificateWatch(Settings settings, LiveSettings live, NodeName node) {
    this(settings.get(HttpSettings.class).tlsCertificate(), live, node::get);
  }

  CertificateWatch(@Nullable Path file, LiveSettings live, Supplier<String> node) {
    this.file = file;
    this.live = live;
    this.node = node;
  }

  @Override
  public List<Condition> look(Instant now) {
    if (file == null) {
      return List.of();
    }
    Instant end = end(file);
    return List.of(new Condition(
        "certificate-ends",
        node.get() + ", http.tls-certificate, until " + end,
        Nearness.of(end, now, live.get(AlertsSection.KEY_ENDS_WITHIN)),
        Nearness.detail(end, now),
        false));
  }

  /** Of the first one in the file, which is the server's own. */
  private static Instant end(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate first =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      return first.getNotAfter().toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      // Whoever takes up changed files tells what is wrong with them; until then nothing is over.
      throw new IllegalStateException("http.tls-certificate is no certificate", e);
    }
  }
}
