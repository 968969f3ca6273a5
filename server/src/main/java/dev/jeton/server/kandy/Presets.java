package dev.jeton.server.kandy;

/** What holds for calls that are written down, wherever they are. */
public final class Presets {
  private Presets() {}

  /** Throws what minting would refuse it with, for good. */
  public static void check(RealmSpec realm, CallWish wish) {
    Admission.parties(KandyRealm.of(realm, LiveKeys.NONE), wish);
  }
}
