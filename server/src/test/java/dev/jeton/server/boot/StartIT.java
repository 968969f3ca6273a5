package dev.jeton.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees when the server does not start. */
class StartIT {
  @TempDir
  Path folder;

  @Test
  void allWrongSettingsAreToldAtOnceInPlainLines() throws Exception {
    Files.writeString(folder.resolve("jeton.yaml"), "http:\n  prot: 1\n  shutdown-timeout: soon\n");
    Files.writeString(folder.resolve(".env"), "JETON_HTTP_HOTS=x\n");
    try (RunningServer server =
        RunningServer.launch(folder, Map.of("PORT", "high"), "--data", "data")) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.output())
          .hasSize(4)
          .anyMatch(line -> line.startsWith("http.prot: ") && line.contains("http.port"))
          .anyMatch(line -> line.startsWith("JETON_HTTP_HOTS: ") && line.contains(".env line 1"))
          .anyMatch(line -> line.startsWith("http.port: ") && line.contains("environment PORT"))
          .anyMatch(line -> line.startsWith("http.shutdown-timeout: "));
    }
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aWrongWordOnTheCommandLineIsOneLine() throws Exception {
    assertThat(refused(2, Map.of(), "--prot", "1")).startsWith("jeton serve: ").contains("--help");
  }

  @Test
  void aPortInUseIsOneLineWithThePort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(refused(3, Map.of(), "--port", port)).contains("port " + port, "--port");
    }
  }

  @Test
  void listeningBeyondThisMachineIsRefusedUnlessTheSettingsSaySo() throws Exception {
    assertThat(refused(2, Map.of(), "--host", "0.0.0.0", "--port", "0"))
        .contains("admin.token", "JETON_ACCESS_ANONYMOUS=anyone", "JETON_ACCESS_ANONYMOUS=nobody");
    Map<String, String> open = Map.of("JETON_ACCESS_ANONYMOUS", "anyone");
    try (RunningServer server = RunningServer.start(folder, open, "--host", "0.0.0.0")) {
      assertThat(server.output())
          .anyMatch(line -> line.contains("WARN") && line.contains("whoever reaches this server"));
    }
  }

  @Test
  void whoeverSaysNobodyMayListenBeyondThisMachine() throws Exception {
    Map<String, String> closed = Map.of("JETON_ACCESS_ANONYMOUS", "nobody");
    try (RunningServer server = RunningServer.start(folder, closed, "--host", "0.0.0.0")) {
      assertThat(server.get("/ping").status()).isEqualTo(200);
    }
  }

  @Test
  void whatIsWrongAroundTheServerIsToldTogetherWithTheSettings() throws Exception {
    Path key = Files.writeString(folder.resolve("key.pem"), "no key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Map<String, String> wrong = Map.of(
        "JETON_HTTP_SHUTDOWN_TIMEOUT", "soon",
        "JETON_HTTP_ACCESS_LOG", "no-such-folder/access.log",
        "JETON_HTTP_TLS_CERTIFICATE", "no-such.pem",
        "JETON_HTTP_TLS_KEY", "key.pem",
        "AGORA_TOKEN_VERSION", "008");
    try (RunningServer server =
        RunningServer.launch(folder, wrong, "--host", "0.0.0.0", "--port", "0")) {
      assertThat(server.exitCode()).isEqualTo(2);
      assertThat(server.output())
          .anyMatch(line -> line.startsWith("http.shutdown-timeout: "))
          .anyMatch(line -> line.startsWith("agora.token-version: "))
          .anyMatch(line -> line.startsWith("agora.app-id: it is missing"))
          .anyMatch(line -> line.startsWith("agora.app-certificate: it is missing"))
          .anyMatch(line -> line.startsWith("http.host is 0.0.0.0"))
          .anyMatch(line -> line.startsWith("http.access-log: "))
          .anyMatch(line -> line.startsWith("http.tls-certificate: "))
          .anyMatch(line -> line.startsWith("http.tls-key: ") && line.contains("chmod 600"))
          .hasSize(8);
    }
  }

  @Test
  void aKeyFileOfARoomThatOthersMayReadIsOneLine() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path key = Files.writeString(data.resolve("uid.key"), "k".repeat(43) + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refused(3, Map.of(), "--port", "0")).contains("uid.key", "chmod 600");
  }

  @Test
  void noSettingOfTheFrameworkChangesWhoAsks() throws Exception {
    Map<String, String> proxy = Map.of("QUARKUS_HTTP_PROXY_USE_PROXY_PROTOCOL", "true");
    try (RunningServer server = RunningServer.start(folder, proxy)) {
      assertThat(server.wire().get("/ping").status()).isEqualTo(200);
      String spoken = "PROXY TCP4 127.0.0.1 127.0.0.1 1 1\r\n" + server.wire().head("GET", "/ping");
      assertThat(server.wire().send(spoken + "\r\n").status()).isEqualTo(400);
    }
  }

  @Test
  void aTokenFileThatOthersMayReadIsRefused() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path token = Files.writeString(data.resolve("admin.token"), "t".repeat(43) + "\n");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refused(3, Map.of(), "--port", "0")).contains("chmod 600");
  }

  @Test
  void aDataFolderThatCannotBeMadeIsOneLine() throws Exception {
    Files.writeString(folder.resolve("file"), "");
    assertThat(refused(3, Map.of(), "--port", "0", "--data", "file/data")).contains("--data");
  }

  @Test
  void anAccessLogThatCannotBeWrittenIsOneLine() throws Exception {
    Map<String, String> log = Map.of("JETON_HTTP_ACCESS_LOG", "no-such-folder/access.log");
    assertThat(refused(3, log, "--port", "0")).contains("http.access-log");
  }

  @Test
  void aCertificateThatIsNoneIsOneLine() throws Exception {
    Files.writeString(folder.resolve("cert.pem"), "no certificate");
    Path key = Files.writeString(folder.resolve("key.pem"), "no key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> tls =
        Map.of("JETON_HTTP_TLS_CERTIFICATE", "cert.pem", "JETON_HTTP_TLS_KEY", "key.pem");
    assertThat(refused(3, tls, "--port", "0")).contains("http.tls-certificate");
  }

  private String refused(int status, Map<String, String> environment, String... args)
      throws Exception {
    try (RunningServer server = RunningServer.launch(folder, environment, args)) {
      assertThat(server.exitCode()).isEqualTo(status);
      List<String> output = server.output();
      assertThat(output).hasSize(1);
      return output.get(0);
    }
  }
}
