package dev.jeton.server.crash;

import org.jspecify.annotations.Nullable;

/**
 * What a client knows of something that it administers.
 *
 * @param value of the member that it changes
 * @param secret null while the server has made it and its answer did not come
 */
record Thing(long version, int value, @Nullable String secret) {
  static Thing fresh(int value, @Nullable String secret) {
    return new Thing(1, value, secret);
  }

  Thing changed(int other) {
    return other == value ? this : new Thing(version + 1, other, secret);
  }

  Thing rotated(@Nullable String other) {
    return new Thing(version + 1, value, other);
  }

  Thing knowing(String made) {
    return new Thing(version, value, made);
  }

  /** Without what must not be printed. */
  @Override
  public String toString() {
    return "version " + version + ", value " + value;
  }
}
