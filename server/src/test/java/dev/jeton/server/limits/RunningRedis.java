package dev.jeton.server.limits;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** A Redis server of its own on a free port of this machine, which keeps nothing. */
final class RunningRedis implements AutoCloseable {
  private final List<String> command;
  private final int port;
  private Process process;

  private RunningRedis(List<String> command, int port) throws IOException {
    this.command = command;
    this.port = port;
    this.process = started(command);
  }

  static RunningRedis start(Path folder, String... options) throws IOException {
    return on(folder, "--port", options);
  }

  /** @param certificate a PEM file, with the key beside it */
  static RunningRedis encrypted(Path folder, Path certificate, Path key) throws IOException {
    return on(
        folder,
        "--tls-port",
        "--port",
        "0",
        "--tls-cert-file",
        certificate.toString(),
        "--tls-key-file",
        key.toString(),
        "--tls-ca-cert-file",
        certificate.toString(),
        "--tls-auth-clients",
        "no");
  }

  private static RunningRedis on(Path folder, String portOption, String... options)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(
        ExecutableProvider.newJarResourceProvider(folder.toFile()).get().getAbsolutePath(),
        portOption,
        Integer.toString(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--dir",
        folder.toString()));
    command.addAll(List.of(options));
    return new RunningRedis(command, port);
  }

  int port() {
    return port;
  }

  void startAgain() throws IOException {
    process = started(command);
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private static Process started(List<String> command) throws IOException {
    Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
    var lines = made.inputReader();
    String line = lines.readLine();
    while (line != null && !line.contains("Ready to accept connections")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("Redis does not start");
    }
    return made;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
