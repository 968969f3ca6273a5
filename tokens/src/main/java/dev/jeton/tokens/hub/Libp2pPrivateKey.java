package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.crypto.Ed25519PrivateKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A libp2p private key, Ed25519 alone: what an identity signs challenges with and an issuer its tokens.
 *
 * <p>Written as {@link Multibase} base32 of libp2p's key message, whose data is the seed of 32 bytes and
 * the public key: 110 characters, {@code bbaareq...}. Read too is the older form of {@code
 * Libp2pCryptoIdentity} with the public key twice: 161 characters, {@code bbaarey...}. The public key
 * must be that of the seed. A bare seed is no key string: neither Go nor JavaScript reads it.
 */
public final class Libp2pPrivateKey {
  private static final int SEED_LENGTH = Ed25519PrivateKey.SEED_LENGTH;

  private final Secret seed;
  private final Ed25519PrivateKey key;
  private final Libp2pPublicKey publicKey;

  private Libp2pPrivateKey(Secret seed) {
    this.seed = seed;
    this.key = Ed25519PrivateKey.ofSeed(seed);
    this.publicKey = Libp2pPublicKey.of(key.publicKey());
  }

  /**
   * Reads a key string in any base. Refused as MALFORMED, TOO_LARGE or KEY_TYPE_UNSUPPORTED; a refusal
   * repeats nothing of it.
   */
  public static Outcome<Libp2pPrivateKey> parse(Secret text) {
    byte[] bytes = text.reveal(SecretAccess.forCryptography());
    return Multibase.decode(new String(bytes, StandardCharsets.UTF_8))
        .then(KeyMessage::parse)
        .then(Libp2pPrivateKey::of);
  }

  /** A new key. */
  public static Libp2pPrivateKey random(RandomGenerator random) {
    byte[] seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    return new Libp2pPrivateKey(Secret.ofBytes(seed));
  }

  /**
   * The key of a seed.
   *
   * @throws IllegalArgumentException unless it has 32 bytes
   */
  public static Libp2pPrivateKey ofSeed(Secret seed) {
    return new Libp2pPrivateKey(seed);
  }

  private static Outcome<Libp2pPrivateKey> of(KeyMessage message) {
    if (message.type() != KeyType.ED25519) {
      return Outcome.refused(
          Reason.KEY_TYPE_UNSUPPORTED,
          "of the private keys only ed25519 is supported, this one is "
              + message.type().word());
    }
    byte[] data = message.data();
    if (data.length == SEED_LENGTH) {
      return Outcome.refused(
          Reason.MALFORMED, "it has 32 bytes, as a public key has; a private key has 64 or 96");
    }
    if (data.length != 2 * SEED_LENGTH && data.length != 3 * SEED_LENGTH) {
      return Outcome.refused(
          Reason.MALFORMED, "an ed25519 private key has 64 or 96 bytes, not " + data.length);
    }
    Libp2pPrivateKey key = new Libp2pPrivateKey(Secret.ofBytes(Arrays.copyOf(data, SEED_LENGTH)));
    return Arrays.equals(data, key.data(data.length))
        ? Outcome.accepted(key)
        : Outcome.refused(
            Reason.MALFORMED, "its public part is not that of its seed; is it cut or mixed up?");
  }

  /** The seed, and the public key as often as it fits. */
  private byte[] data(int length) {
    byte[] data = Arrays.copyOf(seed.reveal(SecretAccess.forCryptography()), length);
    byte[] owner = publicKey.data();
    for (int at = SEED_LENGTH; at < length; at += owner.length) {
      System.arraycopy(owner, 0, data, at, owner.length);
    }
    return data;
  }

  /** The key string in its usual form, 110 characters. */
  public Secret text() {
    byte[] data = data(2 * SEED_LENGTH);
    return Secret.ofText(Multibase.encode(new KeyMessage(KeyType.ED25519, data).encoded()));
  }

  public Libp2pPublicKey publicKey() {
    return publicKey;
  }

  /** For the signature of a token. */
  Ed25519PrivateKey ed25519() {
    return key;
  }

  /** 64 bytes, pure Ed25519; the same for the same message. */
  public byte[] sign(byte[] message) {
    return key.sign(message, message.length);
  }

  /**
   * Why this key must not be used, whatever form it was given in; see {@link PublishedSecrets#fault}.
   */
  public Optional<String> fault() {
    String hex = HexFormat.of().formatHex(seed.reveal(SecretAccess.forCryptography()));
    return Stream.of(text(), Secret.ofText(hex), seed)
        .flatMap(form -> PublishedSecrets.fault(form).stream())
        .findFirst();
  }

  @Override
  public String toString() {
    return "Libp2pPrivateKey[redacted]";
  }
}
