package dev.jeton.server.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir
  Path data;

  @Test
  void aSecondHolderGetsOnePlainLine() throws IOException {
    Path folder = data.resolve("audit");
    try (FolderLock first = FolderLock.on(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> FolderLock.on(folder))
          .isInstanceOf(ChainFault.class)
          .hasMessageContaining("in use by another process");
    }
    try (FolderLock again = FolderLock.on(folder)) {
      assertThat(again).isNotNull();
    }
  }
}
