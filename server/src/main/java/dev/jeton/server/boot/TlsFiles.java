package dev.jeton.server.boot;

import dev.jeton.server.http.HttpSettings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;

/**
 * The contents of all files that TLS needs at one moment.
 *
 * @param authorities of clients; empty where none are asked for a certificate
 */
record TlsFiles(PemPair pair, Optional<Buffer> authorities) {

  /** Reads them; throws an exception that names the settings whose files cannot be read. */
  static TlsFiles read(Path certificate, Path key, HttpSettings http) throws IOException {
    return new TlsFiles(pair(certificate, key), authorities(http));
  }

  private static PemPair pair(Path certificate, Path key) throws IOException {
    try {
      return PemPair.read(certificate, key);
    } catch (IOException e) {
      throw new IOException("http.tls-certificate or http.tls-key cannot be read", e);
    }
  }

  private static Optional<Buffer> authorities(HttpSettings http) throws IOException {
    Path file = http.tlsClientCa();
    try {
      return file == null ? Optional.empty() : Optional.of(Buffer.buffer(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new IOException("http.tls-client-ca cannot be read", e);
    }
  }

  /** What is wrong with them, with the settings that it is about. */
  Optional<String> fault(Vertx vertx) {
    if (!pair.belongsTogether(vertx)) {
      return Optional.of(
          "http.tls-certificate and http.tls-key are no PEM files that belong together");
    }
    try {
      if (authorities.isPresent()) {
        PemCertificates.check(authorities.get().getBytes());
      }
      return Optional.empty();
    } catch (CertificateException e) {
      return Optional.of("http.tls-client-ca " + e.getMessage());
    }
  }
}
