package dev.jeton.server.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An encrypted secret, and the data key that opens it. */
public final class SealedSecret {
  private final byte[] blob;
  private final String dataKey;

  public SealedSecret(byte[] blob, String dataKey) {
    this.blob = blob.clone();
    this.dataKey = dataKey;
  }

  /** A copy of the encrypted bytes. */
  public byte[] blob() {
    return blob.clone();
  }

  /** The id of the data key. */
  public String dataKey() {
    return dataKey;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SealedSecret that
        && dataKey.equals(that.dataKey)
        && Arrays.equals(blob, that.blob);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(blob) + dataKey.hashCode();
  }

  @Override
  public String toString() {
    return "SealedSecret[" + blob.length + " bytes, dataKey=" + dataKey + "]";
  }
}
