package dev.jeton.server.hub;

import dev.jeton.server.vault.KeyContent;
import dev.jeton.server.vault.KeyFile;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** The server's own issuer key, where none is configured. */
final class IssuerKeyFile implements KeyContent {
  static final String NAME = "hub-issuer.key";

  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  static Libp2pPrivateKey readOrMake(Path folder, RandomGenerator random) throws KeyFile.Unusable {
    Secret line = KeyFile.readOrMake(folder.resolve(NAME), random, new IssuerKeyFile());
    return GivenIssuerKey.of(line);
  }

  @Override
  public Secret make(RandomGenerator random) {
    return Libp2pPrivateKey.random(random).text();
  }

  /** A published key signs for everybody, whether it came from a setting or was put here. */
  @Override
  public boolean fits(Secret line) {
    return GivenIssuerKey.fault(line).isEmpty();
  }
}
