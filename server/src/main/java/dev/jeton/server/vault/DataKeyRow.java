package dev.jeton.server.vault;

import com.google.crypto.tink.util.Bytes;
import java.time.Instant;

/** A data key as it is stored. */
record DataKeyRow(String id, Bytes wrapped, String masterKey, Instant createdAt, boolean primary) {
  @Override
  public String toString() {
    return "DataKeyRow[" + id + " under " + masterKey + "]";
  }
}
