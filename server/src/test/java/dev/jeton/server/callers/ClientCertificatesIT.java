package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.Authority;
import dev.jeton.server.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers with client certificates at the built server, which speaks TLS itself. */
class ClientCertificatesIT {
  @TempDir
  Path folder;

  @Test
  void aCertificateOfTheAuthorityProvesTheCallerItIsBoundToAndNobodyElse() throws Exception {
    Authority ours = new Authority(folder, "ours");
    Authority others = new Authority(folder, "others");
    ours.issue("server", "CN=localhost", "san=dns:localhost", "eku=serverAuth");
    X509Certificate shop = ours.issue("shop", "CN=shop", "eku=clientAuth");
    ours.issue("job", "CN=job,O=Example", "san=dns:job.example.com", "eku=clientAuth");
    ours.issue("stranger", "CN=stranger", "eku=clientAuth");
    ours.issue("page", "CN=page", "eku=serverAuth");
    others.issue("shop2", "CN=shop", "eku=clientAuth");
    ours.writeCertificate("server", "cert.pem");
    ours.writeKey("server", "key.pem");
    ours.writeRoot("clients.pem");
    try (RunningServer server = RunningServer.start(
        folder,
        Map.of(
            "JETON_HTTP_TLS_CERTIFICATE", "cert.pem",
            "JETON_HTTP_TLS_KEY", "key.pem",
            "JETON_HTTP_TLS_CLIENT_CA", "clients.pem"))) {
      HttpClient nobody = ours.client(ours, "");
      made(
          server,
          nobody,
          "{\"name\":\"shop\",\"certificate\":{\"fingerprint\":\""
              + HexFormat.ofDelimiter(":")
                  .withUpperCase()
                  .formatHex(CertificateBinding.sha256(shop))
              + "\"}}");
      made(server, nobody, "{\"name\":\"job\",\"certificate\":{\"name\":\"Job.example.com\"}}");
      assertThat(inspect(server, nobody)).isEqualTo(200);
      assertThat(inspect(server, ours.client(ours, "shop"))).isEqualTo(200);
      assertThat(behindAProxy(server, ours.client(ours, "shop"))).isEqualTo(401);
      assertThat(inspect(server, ours.client(ours, "job"))).isEqualTo(200);
      assertThat(inspect(server, ours.client(ours, "stranger"))).isEqualTo(401);
      for (HttpClient refused :
          new HttpClient[] {others.client(ours, "shop2"), ours.client(ours, "page")}) {
        assertThatThrownBy(() -> inspect(server, refused)).isInstanceOf(IOException.class);
      }
      server.awaitLine(line -> line.endsWith("caller:shop"));
      server.awaitLine(line -> line.endsWith("caller:job"));
    }
  }

  @Test
  void anAuthorityThatIsTakenOutLetsNobodyInAnyMore() throws Exception {
    Authority ours = new Authority(folder, "ours");
    Authority others = new Authority(folder, "others");
    ours.issue("server", "CN=localhost", "san=dns:localhost", "eku=serverAuth");
    ours.issue("shop", "CN=shop", "eku=clientAuth");
    others.issue("job", "CN=job", "eku=clientAuth");
    ours.writeCertificate("server", "cert.pem");
    ours.writeKey("server", "key.pem");
    ours.writeRoot("clients.pem");
    try (RunningServer server = RunningServer.start(
        folder,
        Map.of(
            "JETON_HTTP_TLS_CERTIFICATE", "cert.pem",
            "JETON_HTTP_TLS_KEY", "key.pem",
            "JETON_HTTP_TLS_CLIENT_CA", "clients.pem",
            "JETON_HTTP_TLS_RELOAD", "1s"))) {
      HttpClient nobody = ours.client(ours, "");
      made(server, nobody, "{\"name\":\"shop\",\"certificate\":{\"subject\":\"cn=shop\"}}");
      made(server, nobody, "{\"name\":\"job\",\"certificate\":{\"subject\":\"CN=job\"}}");
      HttpClient shop = ours.client(ours, "shop");
      assertThat(inspect(server, shop)).isEqualTo(200);
      assertThat(inspect(server, shop, "Origin", "https://evil.example")).isEqualTo(401);
      assertThat(inspect(server, shop, "Cookie", "__Host-jeton=stale")).isNotEqualTo(200);
      Files.writeString(folder.resolve("clients.pem"), "no certificate");
      server.awaitLine(line -> line.contains("http.tls-client-ca has no certificate in PEM"));
      assertThat(inspect(server, ours.client(ours, "shop"))).isEqualTo(200);
      others.writeRoot("clients.pem");
      server.awaitLine(line -> line.contains("the authorities that the files have now"));
      assertThat(inspect(server, others.client(ours, "job"))).isEqualTo(200);
      HttpClient refused = ours.client(ours, "shop");
      assertThatThrownBy(() -> inspect(server, refused)).isInstanceOf(IOException.class);
    }
  }

  private static int inspect(RunningServer server, HttpClient client, String name, String value)
      throws Exception {
    return post(server, client, "/api/v1/inspect", "{\"token\":\"007x\"}", name, value)
        .statusCode();
  }

  private static int inspect(RunningServer server, HttpClient client) throws Exception {
    return inspect(server, client, "Accept", "application/json");
  }

  /** A proxy that shows its own certificate shows none of those who ask through it. */
  private static int behindAProxy(RunningServer server, HttpClient client) throws Exception {
    return inspect(server, client, "Via", "1.1 proxy");
  }

  private static void made(RunningServer server, HttpClient client, String body) throws Exception {
    HttpResponse<String> answer = post(
        server, client, "/api/v1/callers", body, "Authorization", "Bearer " + server.adminToken());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).doesNotContain("jtn_");
  }

  private static HttpResponse<String> post(
      RunningServer server, HttpClient client, String path, String body, String... headers)
      throws Exception {
    URI address = URI.create("https://localhost:" + server.port() + path);
    return client.send(
        HttpRequest.newBuilder(address)
            .headers(headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
