package dev.jeton.server.http;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param tlsCertificate PEM file with the certificate chain, or null for plain HTTP
 * @param tlsKey PEM file with its private key
 * @param tlsClientCa PEM file with the authorities whose client certificates count, or null when none is
 *     asked for
 * @param tlsReload how often both files are looked at for a new pair
 * @param accessLog where request lines go: {@code off}, {@code stdout} or a file
 * @param constantDoor whether the door for measuring is open
 */
public record HttpSettings(
    String host,
    int port,
    @Nullable Path tlsCertificate,
    @Nullable Path tlsKey,
    @Nullable Path tlsClientCa,
    Duration tlsReload,
    String accessLog,
    Duration shutdownTimeout,
    boolean constantDoor) {

  /** Whether it speaks https only. */
  public boolean tls() {
    return tlsCertificate != null;
  }
}
