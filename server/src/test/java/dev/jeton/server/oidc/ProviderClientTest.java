package dev.jeton.server.oidc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.jeton.server.Authority;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderClientTest {

  @Test
  void aCertificateThatNobodyVouchesForIsNotTaken(@TempDir Path folder) throws Exception {
    Authority unknown = new Authority(folder, "unknown");
    unknown.issue("server", "CN=localhost", "san=dns:localhost", "eku=serverAuth");
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(unknown.server("server")));
    server.start();
    try {
      URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/keys");
      assertThatThrownBy(() -> new ProviderClient(Duration.ofSeconds(5)).get(address))
          .isInstanceOf(Unanswered.class)
          .hasMessageContaining("no certificate that this machine trusts");
    } finally {
      server.stop(0);
    }
  }
}
