package dev.jeton.server.vault;

import dev.jeton.tokens.Secret;
import java.net.URI;
import java.nio.file.Path;

/** Where the master keys are. */
public sealed interface VaultSettings {

  /**
   * A file, made at the first start.
   *
   * @param besideData whether it lies in the data folder, where one copy takes both
   */
  record InFile(Path file, boolean besideData) implements VaultSettings {}

  /** Text, one key per line, the first is the primary. */
  record Given(Secret text) implements VaultSettings {}

  /** A key in the Transit engine of an OpenBao or Vault. */
  record Transit(URI url, String mount, String key, Secret token) implements VaultSettings {}
}
