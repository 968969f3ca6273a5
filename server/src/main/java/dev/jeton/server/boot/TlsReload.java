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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes up a new certificate while the server runs. The framework's own reload neither looks whether
 * anything changed nor whether key and certificate belong together, so a look between the exchange
 * of the one file and the other would break every handshake.
 */
@Singleton
class TlsReload {
  private static final Logger LOG = Logger.getLogger(TlsReload.class);

  private final HttpSettings http;
  private final TlsConfigurationRegistry registry;
  private final Event<CertificateUpdatedEvent> updated;
  private @Nullable PemPair last;

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
      last = PemPair.read(certificate, key);
      vertx.setPeriodic(
          http.tlsReload().toMillis(),
          id -> vertx.executeBlocking(() -> look(vertx, certificate, key)).onFailure(LOG::error));
    }
  }

  private synchronized boolean look(Vertx vertx, Path certificate, Path key) {
    PemPair pair;
    try {
      pair = PemPair.read(certificate, key);
    } catch (IOException e) {
      LOG.warn("http.tls-certificate or http.tls-key cannot be read;"
          + " connections go on with the pair from before");
      return false;
    }
    if (pair.equals(last)) {
      return false;
    }
    TlsConfiguration configuration = registry.get(FrameworkSettings.TLS).orElseThrow();
    if (!pair.belongsTogether(vertx) || !configuration.reload()) {
      LOG.warn("http.tls-certificate and http.tls-key have changed but are no PEM files that belong"
          + " together; connections go on with the pair from before");
      return false;
    }
    last = pair;
    updated.fire(new CertificateUpdatedEvent(FrameworkSettings.TLS, configuration));
    LOG.info("new connections get the new certificate");
    return true;
  }
}
