package dev.jeton.server.boot;

import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.settings.Settings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes up a new certificate, and other authorities of clients, while the server runs. The framework's
 * own reload neither looks whether anything changed nor whether key and certificate belong together, so a
 * look between the exchange of the one file and the other would break every handshake.
 */
@Singleton
class TlsReload {
  private static final Logger LOG = Logger.getLogger(TlsReload.class);

  private final HttpSettings http;
  private final TlsConfigurationRegistry registry;
  private final Event<CertificateUpdatedEvent> updated;
  private @Nullable TlsFiles last;

  @Inject
  TlsReload(
      Settings settings,
      TlsConfigurationRegistry registry,
      Event<CertificateUpdatedEvent> updated) {
    this.http = settings.get(HttpSettings.class);
    this.registry = registry;
    this.updated = updated;
  }

  void start(@Observes StartupEvent started, Vertx vertx) throws IOException {
    Path certificate = http.tlsCertificate();
    Path key = http.tlsKey();
    if (certificate != null && key != null) {
      last = TlsFiles.read(certificate, key, http);
      vertx.setPeriodic(
          http.tlsReload().toMillis(),
          id -> vertx.executeBlocking(() -> look(vertx, certificate, key)).onFailure(LOG::error));
    }
  }

  private synchronized boolean look(Vertx vertx, Path certificate, Path key) {
    TlsFiles files;
    try {
      files = TlsFiles.read(certificate, key, http);
    } catch (IOException e) {
      return keep(e.getMessage());
    }
    if (files.equals(last)) {
      return false;
    }
    Optional<String> fault = files.fault(vertx);
    if (fault.isPresent()) {
      return keep(fault.get());
    }
    TlsConfiguration configuration = registry.get(FrameworkSettings.TLS).orElseThrow();
    if (!configuration.reload()) {
      return keep("the files of http.tls-certificate, http.tls-key and http.tls-client-ca changed"
          + " while they were read");
    }
    last = files;
    updated.fire(new CertificateUpdatedEvent(FrameworkSettings.TLS, configuration));
    LOG.info(
        files.authorities().isEmpty()
            ? "new connections get the new certificate"
            : "new connections get the certificate and the authorities that the files have now");
    return true;
  }

  private static boolean keep(@Nullable String fault) {
    LOG.warnf("%s; connections go on with what was read before", fault);
    return false;
  }
}
