package dev.jeton.server.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFolderTest {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  @TempDir
  Path data;

  private final AtomicBoolean failing = new AtomicBoolean(true);

  private void force(Path folder) throws IOException {
    if (failing.get()) {
      throw new IOException("cannot force " + folder.getFileName());
    }
  }

  @Test
  void aSegmentWhoseNameCannotBeForcedIsNotLeftBehind() throws IOException {
    DiskFolder folder = new DiskFolder(data, this::force);
    assertThatThrownBy(() -> folder.create(1)).hasMessageStartingWith("cannot force ");
    assertThat(folder.numbers()).isEmpty();

    failing.set(false);
    folder.create(1).close();
    assertThat(folder.numbers()).containsExactly(1);
  }

  @Test
  void aSegmentWhoseNameCannotBeForcedIsClosed() throws IOException {
    assumeTrue(Files.isDirectory(DESCRIPTORS), "needs Linux to see what is open");
    DiskFolder folder = new DiskFolder(data, this::force);
    assertThatThrownBy(() -> folder.create(1)).hasMessageStartingWith("cannot force ");

    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      assertThat(open.map(DiskFolderTest::target)).noneMatch(file -> file.contains("000001.jsonl"));
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }
}
