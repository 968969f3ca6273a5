package dev.jeton.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** What was built, as users start it. The launcher says where it lies. */
public final class Checkout {
  private Checkout() {}

  /** {@code ./jeton}. */
  public static Path launcher() {
    Path launcher = Path.of(System.getProperty("jeton.launcher", "jeton")).toAbsolutePath();
    if (!Files.isExecutable(launcher)) {
      throw new BenchFault(launcher + " is not there; start this as ./jeton bench");
    }
    return launcher;
  }

  /** The server's jar. */
  public static Path serverJar() {
    Path jar = launcher().resolveSibling("server/target/quarkus-app/quarkus-run.jar");
    if (!Files.isReadable(jar)) {
      throw new BenchFault("the server is not built; run ./jeton build first");
    }
    return jar;
  }
}
