package dev.jeton.server.http;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.server.settings.SettingsSection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@link HttpSettings}. */
public final class HttpSection implements SettingsSection<HttpSettings> {
  private static final Key HOST = Key.setting(
          "http.host", "Address or name to listen on; beyond loopback see access.anonymous")
      .defaultingTo("127.0.0.1");
  private static final Key PORT = Key.setting("http.port", "Port to listen on; 0 takes a free one")
      .defaultingTo("8080")
      .alsoFrom("PORT", "SERVER_PORT");
  private static final Key TLS_CERTIFICATE =
      Key.setting("http.tls-certificate", "PEM file with the certificate chain; then https only");
  private static final Key TLS_KEY =
      Key.setting("http.tls-key", "PEM file with the certificate's private key");
  private static final Key TLS_CLIENT_CA = Key.setting(
      "http.tls-client-ca",
      "PEM file with the authorities whose client certificates can prove callers; clients may still"
          + " come without one");
  private static final Key TLS_RELOAD = Key.setting(
          "http.tls-reload", "How often the two PEM files are looked at for a new pair")
      .defaultingTo("1m");
  private static final Key ACCESS_LOG = Key.setting(
          "http.access-log", "One line per request: `off`, `stdout` or a file's path")
      .defaultingTo("stdout");
  private static final Key SHUTDOWN_TIMEOUT = Key.setting(
          "http.shutdown-timeout", "How long a stop waits for answers in flight")
      .defaultingTo("10s");
  private static final Key CONSTANT_DOOR = Key.setting(
          "http.constant-door",
          "Opens `POST /constant`, which always answers the same, to measure the server itself")
      .defaultingTo("false");

  @Override
  public List<Key> keys() {
    return List.of(
        HOST,
        PORT,
        TLS_CERTIFICATE,
        TLS_KEY,
        TLS_CLIENT_CA,
        TLS_RELOAD,
        ACCESS_LOG,
        SHUTDOWN_TIMEOUT,
        CONSTANT_DOOR);
  }

  @Override
  public HttpSettings read(SettingsReader in) {
    @Nullable Path certificate = in.path(TLS_CERTIFICATE);
    @Nullable Path key = in.path(TLS_KEY);
    if (certificate != null && key == null) {
      in.fault(TLS_CERTIFICATE, "it is set without its key", "set http.tls-key too");
    }
    if (certificate == null && key != null) {
      in.fault(TLS_KEY, "it is set without its certificate", "set http.tls-certificate too");
    }
    @Nullable Path clients = in.path(TLS_CLIENT_CA);
    if (clients != null && certificate == null) {
      in.fault(
          TLS_CLIENT_CA, "it is set without TLS", "set http.tls-certificate and http.tls-key too");
    }
    return new HttpSettings(
        Objects.requireNonNullElse(in.text(HOST), "127.0.0.1"),
        in.whole(PORT, 0, 65535),
        certificate,
        key,
        clients,
        in.duration(TLS_RELOAD, Duration.ofSeconds(1), Duration.ofDays(1)),
        Objects.requireNonNullElse(in.text(ACCESS_LOG), "stdout"),
        in.duration(SHUTDOWN_TIMEOUT, Duration.ofSeconds(1), Duration.ofMinutes(5)),
        in.truth(CONSTANT_DOOR));
  }

  @Override
  public Class<HttpSettings> type() {
    return HttpSettings.class;
  }
}
