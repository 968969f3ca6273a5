package dev.jeton.tokens.hub;

import java.util.Arrays;
import java.util.Optional;

/** The types of keys in libp2p, with their numbers on the wire. */
public enum KeyType {
  RSA(0, "rsa"),
  ED25519(1, "ed25519"),
  SECP256K1(2, "secp256k1"),
  ECDSA(3, "ecdsa");

  private final int number;
  private final String word;

  KeyType(int number, String word) {
    this.number = number;
    this.word = word;
  }

  static Optional<KeyType> of(long number) {
    return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
  }

  int number() {
    return number;
  }

  /** The word in answers. */
  public String word() {
    return word;
  }
}
