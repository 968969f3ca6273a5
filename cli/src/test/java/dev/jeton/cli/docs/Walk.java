package dev.jeton.cli.docs;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page, step by step. A page that starts no server itself gets one with no settings. */
final class Walk implements AutoCloseable {

  private static final Fence PLAIN_START =
      new Fence("(no page)", 0, "sh", "./jeton serve", Map.of());

  private final Console console;
  private @Nullable Server server;

  Walk(Console console) {
    this.console = console;
  }

  void take(Step step) throws IOException, InterruptedException {
    if (step instanceof Step.Serve serve) {
      close();
      server = Server.start(console, serve.fence());
    } else if (step instanceof Step.Run run) {
      String printed = console.run(run.fence(), port(run.fence()));
      if (run.printed() != null) {
        Shape.assertSame(run.printed(), printed);
      }
    } else if (step instanceof Step.Compile compile) {
      JavaSnippet.compile(compile.fence(), console.folder());
    }
  }

  private int port(Fence fence) throws IOException, InterruptedException {
    if (server == null && fence.text().contains("localhost:8080")) {
      server = Server.start(console, PLAIN_START);
    }
    return server == null ? 8080 : server.port();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
      server = null;
    }
  }
}
