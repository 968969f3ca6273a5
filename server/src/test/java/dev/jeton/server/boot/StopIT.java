package dev.jeton.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.RunningServer;
import dev.jeton.server.WireClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop while clients ask for tokens. */
class StopIT {
  private static final int CLIENTS = 16;

  @TempDir
  Path folder;

  @Test
  void everyTokenInTheAuditReachedItsClient() throws Exception {
    AtomicInteger received = new AtomicInteger();
    RunningServer server = RunningServer.start(folder, Map.of());
    try (server) {
      WireClient wire = server.wire();
      CountDownLatch busy = new CountDownLatch(CLIENTS * 5);
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Thread client = new Thread(() -> mint(wire, received, busy));
        client.start();
        clients.add(client);
      }
      busy.await();
      server.terminate();
      for (Thread client : clients) {
        client.join();
      }
      assertThat(server.exitCode()).isZero();
    }
    assertThat(received.get()).isEqualTo(minted());
    assertThat(server.output()).noneMatch(line -> line.contains("Exception"));
  }

  /** Asks again and again, on one connection while it lasts, until nobody listens any more. */
  private static void mint(WireClient wire, AtomicInteger received, CountDownLatch busy) {
    String json =
        "{\"tokenType\":\"rtc\",\"channel\":\"room\",\"uid\":\"1\",\"role\":\"publisher\"}";
    String request = wire.head(
            "POST",
            "/getToken",
            "Content-Type: application/json",
            "Content-Length: " + json.length())
        + "\r\n"
        + json;
    while (true) {
      try (Socket socket = wire.open()) {
        int status = 200;
        while (status == 200) {
          socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
          status = WireClient.read(socket).status();
          if (status == 200) {
            received.incrementAndGet();
          }
          busy.countDown();
        }
        return;
      } catch (ConnectException stopped) {
        return;
      } catch (IOException closed) {
        // The server ended this connection between two requests; a new one tells whether it is
        // gone.
      }
    }
  }

  private long minted() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data/audit"))) {
      long count = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        count += new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> line.contains("\"minted\""))
            .count();
      }
      return count;
    }
  }
}
