package dev.jeton.server.audit;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How full the disk is. */
@FunctionalInterface
public interface DiskUse {

  /** Returns the share that is taken, from 0 to 1. */
  double share() throws IOException;

  static DiskUse of(Path folder) {
    return () -> {
      FileStore store = Files.getFileStore(folder);
      long total = store.getTotalSpace();
      return total <= 0 ? 0 : 1 - (double) store.getUsableSpace() / total;
    };
  }
}
