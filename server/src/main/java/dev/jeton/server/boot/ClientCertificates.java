package dev.jeton.server.boot;

import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.settings.Settings;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Asks clients for a certificate where authorities are set; the framework's own switch is one of the build. */
@Singleton
class ClientCertificates implements HttpServerOptionsCustomizer {
  private final HttpSettings http;

  @Inject
  ClientCertificates(Settings settings) {
    this.http = settings.get(HttpSettings.class);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    if (http.tlsClientCa() != null) {
      options.setClientAuth(ClientAuth.REQUEST);
    }
  }
}
