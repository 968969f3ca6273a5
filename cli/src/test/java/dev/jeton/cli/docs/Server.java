package dev.jeton.cli.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.stream.Stream;

/** A server that a page has started, ready to answer. */
final class Server implements AutoCloseable {

  private final Process process;
  private final int port;

  private Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Server start(Console console, Fence fence) throws IOException {
    int port = freePort();
    Process process = console.start(
        console.command(fence, console.write(fence, port)),
        ProcessBuilder.Redirect.PIPE,
        Map.of("PORT", Integer.toString(port)));
    Server server = new Server(process, port);
    try {
      server.awaitReady(console, fence);
      return server;
    } catch (IOException | AssertionError e) {
      server.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  private void awaitReady(Console console, Fence fence) throws IOException {
    String ready = "listening on http://localhost:" + port;
    StringBuilder printed = new StringBuilder();
    BufferedReader output = process.inputReader();
    while (printed.indexOf(ready) < 0) {
      String line = output.readLine();
      if (line == null) {
        throw new AssertionError("%s: the server ended before it said '%s'%n%s%s"
            .formatted(fence.place(), ready, printed, console.errors()));
      }
      printed.append(line).append('\n');
    }
    keepReading(output);
  }

  /** A server whose output nobody reads would stand still when the pipe is full. */
  private static void keepReading(BufferedReader output) {
    Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "server output");
    reader.setDaemon(true);
    reader.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Ends the script and the server that it has started, and nothing else. */
  @Override
  public void close() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList().forEach(handle -> {
      handle.destroy();
      handle.onExit().join();
    });
  }
}
