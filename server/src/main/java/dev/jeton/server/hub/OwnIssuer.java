package dev.jeton.server.hub;

import dev.jeton.server.vault.KeyFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The issuer that a server is by itself, whose key lies in the data folder. The key is made only where
 * there is no other issuer; it stays an issuer until somebody adopts the key or takes the file away.
 */
final class OwnIssuer {
  private final Path folder;
  private final TokenShape tokens;
  private final RandomGenerator random;

  OwnIssuer(Path folder, TokenShape tokens, RandomGenerator random) {
    this.folder = folder;
    this.tokens = tokens;
    this.random = random;
  }

  /** The one whose key is there already. */
  Optional<HubIssuer> read() throws KeyFile.Unusable {
    return IssuerKeyFile.isIn(folder) ? Optional.of(readOrMake()) : Optional.empty();
  }

  HubIssuer readOrMake() throws KeyFile.Unusable {
    return new HubIssuer(IssuersRead.PLAIN, IssuerKeyFile.readOrMake(folder, random), tokens);
  }
}
