package dev.jeton.server.boot;

import dev.jeton.server.http.HttpSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Our settings in the words of the framework. */
final class FrameworkSettings {
  /** The name under which the framework keeps our certificate. */
  static final String TLS = "jeton";

  private FrameworkSettings() {}

  static Map<String, String> of(HttpSettings http) {
    Map<String, String> words = new HashMap<>();
    words.put("quarkus.http.host", http.host());
    words.put("quarkus.shutdown.timeout", http.shutdownTimeout().toString());
    // Who asks is decided by http.trusted-proxies alone, whatever else the framework reads.
    words.put("quarkus.http.proxy.use-proxy-protocol", "false");
    words.put("quarkus.http.proxy.proxy-address-forwarding", "false");
    words.put("quarkus.http.proxy.allow-forwarded", "false");
    words.put("quarkus.http.proxy.allow-x-forwarded", "false");
    Path certificate = http.tlsCertificate();
    Path key = http.tlsKey();
    if (certificate == null || key == null) {
      words.put("quarkus.http.port", Integer.toString(http.port()));
      return words;
    }
    words.put("quarkus.http.ssl-port", Integer.toString(http.port()));
    words.put("quarkus.http.insecure-requests", "disabled");
    words.put("quarkus.http.tls-configuration-name", TLS);
    words.put("quarkus.tls." + TLS + ".key-store.pem.jeton.cert", certificate.toString());
    words.put("quarkus.tls." + TLS + ".key-store.pem.jeton.key", key.toString());
    Path clients = http.tlsClientCa();
    if (clients != null) {
      words.put("quarkus.tls." + TLS + ".trust-store.pem.certs", clients.toString());
    }
    return words;
  }
}
