package dev.jeton.server.boot;

import dev.jeton.server.vault.KeyFile;
import dev.jeton.tokens.Secret;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** The operator's token in the data folder. */
final class AdminToken {
  private AdminToken() {}

  static Path fileIn(Path folder) {
    return folder.resolve("admin.token");
  }

  static Secret read(Path folder, RandomGenerator random) throws StartFault {
    try {
      return KeyFile.readOrMake(fileIn(folder), random);
    } catch (KeyFile.Unusable e) {
      throw StartFault.outside(e.line());
    }
  }
}
