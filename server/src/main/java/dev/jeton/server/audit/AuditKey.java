package dev.jeton.server.audit;

import dev.jeton.server.audit.chain.ChainFault;
import dev.jeton.server.vault.KeyFile;
import dev.jeton.tokens.SecretAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** The key of the token hashes, in a file that only the server's user can read. */
final class AuditKey {
  private AuditKey() {}

  static byte[] readOrMake(Path file, RandomGenerator random) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      return KeyFile.readOrMake(file, random).reveal(SecretAccess.forCryptography());
    } catch (KeyFile.Unusable e) {
      throw new ChainFault(e.line());
    }
  }
}
