package dev.jeton.server.store;

/**
 * A secret as it lies in the store.
 *
 * @param dataKey the id of the key under which it is sealed
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedSecret(byte[] blob, String dataKey) {
  @Override
  public String toString() {
    return "SealedSecret[" + dataKey + "]";
  }
}
