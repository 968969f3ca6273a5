package dev.jeton.server.agora;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes what App IDs and App Certificates are made of: 32 random hex digits. */
public final class HexDigits {
  private static final int BYTES = 16;

  private HexDigits() {}

  public static String random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
