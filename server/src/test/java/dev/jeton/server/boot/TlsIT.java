package dev.jeton.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {
  private static final char[] PASSWORD = "password".toCharArray();
  private static final int MOST_HANDSHAKES = 2_000;

  @TempDir
  Path folder;

  @Test
  void aNewCertificateIsServedWithoutARestart() throws Exception {
    BigInteger first = makePair("first");
    Map<String, String> tls = Map.of(
        "JETON_HTTP_TLS_CERTIFICATE", "cert.pem",
        "JETON_HTTP_TLS_KEY", "key.pem",
        "JETON_HTTP_TLS_RELOAD", "1s");
    try (RunningServer server = RunningServer.start(folder, tls)) {
      assertThat(server.output()).anyMatch(line -> line.startsWith("listening on https://"));
      assertThat(served(server.port())).isEqualTo(first);
      BigInteger second = makePair("second");
      assertThat(second).isNotEqualTo(first);
      BigInteger seen = first;
      for (int i = 0; i < MOST_HANDSHAKES && !seen.equals(second); i++) {
        seen = servedOr(seen, server.port());
      }
      assertThat(seen).isEqualTo(second);
      Files.writeString(folder.resolve("cert.pem"), "no certificate");
      server.awaitLine(line -> line.contains("http.tls-key are no PEM files that belong together"));
      assertThat(served(server.port())).isEqualTo(second);
    }
  }

  /** A handshake that runs while the pair is exchanged may fail; clients try again. */
  private static BigInteger servedOr(BigInteger last, int port) throws Exception {
    try {
      return served(port);
    } catch (SSLException e) {
      return last;
    }
  }

  /** The serial number of the certificate that is served. */
  private static BigInteger served(int port) throws Exception {
    AtomicReference<X509Certificate> seen = new AtomicReference<>();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Watching(seen)}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
      socket.startHandshake();
    }
    return Objects.requireNonNull(seen.get()).getSerialNumber();
  }

  /** Writes a fresh pair over cert.pem and key.pem. */
  private BigInteger makePair(String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process = new ProcessBuilder(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(PASSWORD))
        .redirectErrorStream(true)
        .start();
    assertThat(process.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    X509Certificate certificate = (X509Certificate) keys.getCertificate(name);
    replace("key.pem", "PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded());
    replace("cert.pem", "CERTIFICATE", certificate.getEncoded());
    return certificate.getSerialNumber();
  }

  private void replace(String name, String kind, byte[] bytes) throws Exception {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    String pem = "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    Path fresh = Files.writeString(folder.resolve(name + ".new"), pem);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Trusts everything, because the test only looks at what is served. */
  private record Watching(AtomicReference<X509Certificate> seen) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      seen.set(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
