package dev.jeton.server.vault;

import dev.jeton.server.vault.VaultFault.Why;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.nio.charset.StandardCharsets;

/** Master keys that were given as text, which does not change while the server runs. */
final class EnvironmentSource implements MasterKeySource {
  private static final String WHERE = "vault.master-key (JETON_MASTER_KEY)";

  private final Secret text;

  EnvironmentSource(Secret text) {
    this.text = text;
  }

  @Override
  public String word() {
    return "environment";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public void make() {
    throw new IllegalStateException("it is there");
  }

  @Override
  public MasterKeys read() throws VaultUnusable {
    byte[] bytes = text.reveal(SecretAccess.forCryptography());
    return MasterKeys.readWithCommas(new String(bytes, StandardCharsets.UTF_8), WHERE);
  }

  @Override
  public void add() {
    throw new VaultFault(
        Why.OPERATOR_ROTATES,
        "the master key is in the environment, which this server cannot change; put a new key and a"
            + " comma before the old one in JETON_MASTER_KEY, restart, and rotate again");
  }

  @Override
  public void drop(String id) {
    throw new VaultFault(
        Why.OPERATOR_DROPS,
        "the master key is in the environment, which this server cannot change; nothing needs "
            + id
            + " any more, so take it out of JETON_MASTER_KEY before the next start");
  }
}
