package dev.jeton.cli.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher, a Maven that only makes empty jars and counts its runs, and a
 * Java that is newer than any and says how it was called.
 */
record Checkout(Path root, Path java) {

  private static final Path REAL = Path.of("..").toAbsolutePath().normalize();

  static Checkout in(Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("a checkout"));
    Checkout checkout = new Checkout(root, folder.resolve("a java"));
    checkout.copyLauncher();
    for (String module : List.of("tokens", "server", "cli")) {
      Files.createDirectories(root.resolve(module).resolve("src/main/java"));
      Files.createFile(root.resolve(module).resolve("pom.xml"));
      Files.createFile(root.resolve(module).resolve("src/main/java/A.java"));
    }
    Files.createFile(root.resolve("pom.xml"));
    checkout.mavenDoes("");
    script(checkout.java.resolve("bin/java"), """
        case "$*" in *ArchiveClassesAtExit* | *AOTCacheOutput*) exit 0 ;; esac
        echo "${LC_ALL-}" >"${0%/*}/locale"
        echo "in $PWD"
        for last; do :; done
        echo "last $last"
        """);
    script(checkout.java.resolve("bin/javac"), "");
    checkout.javaIs("99.0.1");
    return checkout;
  }

  void javaIs(String version) throws IOException {
    Files.writeString(
        java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
  }

  /** Lets Maven do something first. */
  void mavenDoes(String commands) throws IOException {
    script(root.resolve("mvnw"), "echo built >>builds\n" + commands + """

            mkdir -p cli/target server/target/quarkus-app
            : >cli/target/jeton.jar
            : >server/target/quarkus-app/quarkus-run.jar
            """);
  }

  void edit(String file) throws IOException {
    Files.setLastModifiedTime(root.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
  }

  /** The locale that Java was last started under, where one was chosen for it. */
  String locale() throws IOException {
    return Files.readString(java.resolve("bin/locale")).strip();
  }

  /** Every file as old as can be, so that only what is edited later counts as new. */
  void settle() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> !f.startsWith(root.resolve("target"))).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
      }
    }
  }

  int builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  Start start(Path from, String... arguments) throws IOException {
    return Start.of(java, root.resolve("jeton"), from, arguments);
  }

  private void copyLauncher() throws IOException {
    Files.copy(REAL.resolve("jeton"), root.resolve("jeton"));
    try (Stream<Path> files = Files.walk(REAL.resolve("launcher"))) {
      files.forEach(file -> {
        try {
          Files.copy(file, root.resolve(REAL.relativize(file).toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  private static void script(Path file, String commands) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, "#!/bin/sh\n" + commands);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
