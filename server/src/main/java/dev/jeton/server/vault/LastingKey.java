package dev.jeton.server.vault;

/**
 * A {@link KeyFile} of the data folder without which old tokens or ids would not be the same; every
 * backup carries it, sealed. Rooms declare theirs as beans.
 */
public interface LastingKey {

  /** The file's name, which ends with {@code .key}. */
  String file();
}
