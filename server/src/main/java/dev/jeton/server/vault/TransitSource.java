package dev.jeton.server.vault;

import dev.jeton.server.vault.VaultFault.Why;
import java.util.List;

/** One master key in the Transit engine of an OpenBao or Vault, which never gives it away. */
final class TransitSource implements MasterKeySource {
  private final TransitKey key;

  TransitSource(VaultSettings.Transit settings) {
    key = new TransitKey(settings, new TransitClient(settings));
  }

  @Override
  public String word() {
    return "transit";
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
  public MasterKeys read() {
    return new MasterKeys(List.of(key));
  }

  @Override
  public void add() {
    throw new VaultFault(
        Why.OPERATOR_ROTATES, "rotate " + key.id() + " in the KMS first, then rotate here");
  }

  @Override
  public void drop(String id) {
    throw new VaultFault(
        Why.OPERATOR_DROPS, "raise the least version that opens of " + id + " in the KMS");
  }

  @Override
  public boolean rotatesUnderOneId() {
    return true;
  }
}
