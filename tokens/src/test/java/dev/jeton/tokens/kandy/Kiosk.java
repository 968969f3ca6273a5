package dev.jeton.tokens.kandy;

import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** A realm of each cipher, its keys, and calls from it. */
final class Kiosk {
  static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
  static final Duration DURATION = Duration.ofMinutes(10);
  static final TokenWindow WINDOW = TokenWindow.of(DURATION);
  static final Identity HELP = Identity.of("help@example.com");

  private Kiosk() {}

  static SecurityKey key(KandyCipher cipher) {
    return key(cipher, 'k');
  }

  /** Another one per letter. */
  static SecurityKey key(KandyCipher cipher, char letter) {
    String text = (letter + "1osk-Key-of-The-").repeat(2).substring(0, cipher.keyBytes());
    return SecurityKey.of(cipher, Secret.ofText(text));
  }

  static TripleIssuer issuer(KandyCipher cipher) {
    return new TripleIssuer(key(cipher), new Random(1));
  }

  static KandyVerifier verifier(KandyCipher cipher) {
    return new KandyVerifier(RealmKeys.of(key(cipher)), WINDOW);
  }

  /** Somebody calls the help desk, under convention A. */
  static Parties call() {
    return Convention.A.parties(HELP, Optional.empty(), Optional.empty());
  }

  static Triple triple(KandyCipher cipher) {
    return issuer(cipher).issue(call(), NOW).tokens();
  }

  /** A token with any plaintext before its time, as somebody with the key can make it. */
  static String sealed(KandyCipher cipher, String identity, String timestamp) {
    return sealed(key(cipher), identity, timestamp);
  }

  static String sealed(SecurityKey key, String identity, String timestamp) {
    byte[] iv = key.cipher() == KandyCipher.CBC ? Iv.random(new Random(2)) : Iv.NONE;
    return Sealer.ofThread().seal(key, identity, timestamp.getBytes(StandardCharsets.UTF_8), iv);
  }

  static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }
}
