package dev.jeton.server.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.Authority;
import dev.jeton.server.http.HttpSection;
import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.settings.SectionReading;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the files of TLS, at the start and while the server runs. */
class TlsFilesTest {
  private static final String SETTING = "http.tls-client-ca";

  private final Vertx vertx = Vertx.vertx();

  @TempDir
  Path folder;

  @BeforeEach
  void write() throws Exception {
    Authority authority = new Authority(folder, "ours");
    authority.writeRoot("clients.pem");
    authority.issue("server", "CN=localhost");
    authority.writeCertificate("server", "cert.pem");
    authority.writeKey("server", "key.pem");
  }

  @AfterEach
  void stop() {
    vertx.close();
  }

  private TlsFiles read() throws IOException {
    HttpSettings http = SectionReading.read(
        new HttpSection(),
        folder,
        Map.of(
            "JETON_HTTP_TLS_CERTIFICATE", "cert.pem",
            "JETON_HTTP_TLS_KEY", "key.pem",
            "JETON_HTTP_TLS_CLIENT_CA", "clients.pem"));
    return TlsFiles.read(folder.resolve("cert.pem"), folder.resolve("key.pem"), http);
  }

  @Test
  void anotherAuthorityIsAnotherContent() throws Exception {
    TlsFiles before = read();
    assertThat(read()).isEqualTo(before);
    assertThat(before.fault(vertx)).isEmpty();
    Path other = Files.createDirectory(folder.resolve("other"));
    new Authority(other, "other").writeRoot("clients.pem");
    Files.writeString(clients(), Files.readString(other.resolve("clients.pem")));
    assertThat(read()).isNotEqualTo(before);
    assertThat(read().fault(vertx)).isEmpty();
  }

  @Test
  void aBrokenFileIsNamedByItsOwnSetting() throws Exception {
    Files.writeString(clients(), "no certificate");
    assertThat(read().fault(vertx)).contains("http.tls-client-ca has no certificate in PEM");
    Files.delete(clients());
    assertThatThrownBy(this::read).hasMessage("http.tls-client-ca cannot be read");
    Files.delete(folder.resolve("key.pem"));
    assertThatThrownBy(this::read)
        .hasMessage("http.tls-certificate or http.tls-key cannot be read");
  }

  @Test
  void aPairThatIsNoneIsNotTheFaultOfTheAuthorities() throws Exception {
    Files.writeString(folder.resolve("cert.pem"), Files.readString(clients()));
    assertThat(read().fault(vertx))
        .get()
        .asString()
        .contains("http.tls-certificate and http.tls-key")
        .doesNotContain(SETTING);
  }

  @Test
  void whatTlsWouldNotTakeKeepsTheServerFromStarting() throws Exception {
    String pem = Files.readString(clients());
    assertThatCode(this::check).doesNotThrowAnyException();
    Files.writeString(clients(), "# ours\n" + pem + "\n# the same again\r\n" + pem);
    assertThatCode(this::check).doesNotThrowAnyException();
    String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    Files.write(clients(), Base64.getDecoder().decode(base64));
    assertThatThrownBy(this::check).hasMessageContainingAll(SETTING, "no certificate in PEM");
    Files.writeString(clients(), pem + Files.readString(folder.resolve("key.pem")));
    assertThatThrownBy(this::check).hasMessageContaining("something else than certificates");
    Files.writeString(clients(), pem.replace("CERTIFICATE", "TRUSTED CERTIFICATE"));
    assertThatThrownBy(this::check).hasMessageContaining("no certificate in PEM");
    Files.writeString(clients(), pem.replace("-----END", "A-----END"));
    assertThatThrownBy(this::check).hasMessageContaining("a broken certificate");
    Files.writeString(clients(), pem + pem.substring(0, pem.length() / 2));
    assertThatThrownBy(this::check).hasMessageContaining("something else than certificates");
    Files.writeString(clients(), "");
    assertThatThrownBy(this::check).hasMessageContaining("no certificate in PEM");
  }

  private void check() throws StartFault {
    Surroundings.checkAuthorities(clients(), SETTING);
  }

  private Path clients() {
    return folder.resolve("clients.pem");
  }
}
