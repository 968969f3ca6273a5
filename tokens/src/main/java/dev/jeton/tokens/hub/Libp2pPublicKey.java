package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.Ed25519PublicKey;
import java.util.Optional;

/**
 * A libp2p public key: an identity of a user, or the issuer of tokens.
 *
 * <p>Written as {@link Multibase} base32 of libp2p's key message ({@code Type}, {@code Data}). There are
 * many spellings of one key; {@link #text()} is the only one that this library writes, and it is the
 * identity: compare that, never what somebody sent.
 *
 * <table>
 * <caption>What is taken</caption>
 * <tr><th>type</th><th>data</th><th>text</th><th>signature</th></tr>
 * <tr><td>ed25519</td><td>32 bytes, a canonical point, not of small order</td><td>59 characters, {@code
 * bbaarei...}</td><td>64 bytes, pure Ed25519</td></tr>
 * <tr><td>rsa</td><td>SubjectPublicKeyInfo, 2048 to 8192 bits, odd exponent 3 to 2^31-1</td><td>480
 * characters for 2048 bits</td><td>PKCS#1 v1.5 over SHA-256</td></tr>
 * <tr><td>secp256k1</td><td>33 bytes, a compressed point</td><td>61 characters, {@code
 * bbabbei...}</td><td>ECDSA in DER over SHA-256</td></tr>
 * <tr><td>ecdsa</td><td>SubjectPublicKeyInfo, P-256 alone</td><td>about 160 characters</td><td>ECDSA in
 * DER over SHA-256</td></tr>
 * </table>
 *
 * <p>secp256k1 needs Bouncy Castle ({@code org.bouncycastle:bcprov-jdk18on}) on the class path.
 *
 * <p>Refused: MALFORMED (no multibase, no key message, wrong length, no point), TOO_LARGE,
 * KEY_TYPE_UNSUPPORTED, and WEAK_KEY for keys under which anybody can forge: the points of small order
 * (MALFORMED in a spelling that is not canonical), RSA below 2048 bits, with an even number or exponent 1,
 * or of the chips with ROCA.
 */
public final class Libp2pPublicKey {
  private final KeyType type;
  private final VerifyingKey key;
  private final String text;

  private Libp2pPublicKey(KeyType type, VerifyingKey key) {
    this.type = type;
    this.key = key;
    this.text = Multibase.encode(new KeyMessage(type, key.data()).encoded());
  }

  /** Reads a key in any spelling. */
  public static Outcome<Libp2pPublicKey> parse(String text) {
    return Multibase.decode(text).then(Libp2pPublicKey::ofMessage);
  }

  /** Reads the bytes of a key message. */
  public static Outcome<Libp2pPublicKey> ofMessage(byte[] message) {
    return KeyMessage.parse(message)
        .then(read -> key(read.type(), read.data())
            .then(key -> Outcome.accepted(new Libp2pPublicKey(read.type(), key))));
  }

  static Libp2pPublicKey of(Ed25519PublicKey key) {
    return new Libp2pPublicKey(KeyType.ED25519, new Ed25519Key(key));
  }

  private static Outcome<VerifyingKey> key(KeyType type, byte[] data) {
    return switch (type) {
      case ED25519 -> Ed25519Key.read(data);
      case RSA -> RsaKey.read(data);
      case ECDSA -> EcdsaKey.read(data);
      case SECP256K1 ->
        Secp256k1Library.isThere()
            ? Secp256k1Key.read(data)
            : Outcome.refused(
                Reason.KEY_TYPE_UNSUPPORTED,
                "secp256k1 keys need Bouncy Castle (bcprov-jdk18on) on the class path");
    };
  }

  public KeyType type() {
    return type;
  }

  /** The one spelling that stands for this key. */
  public String text() {
    return text;
  }

  /** The key itself, in the form of its type: the 32 bytes of an Ed25519 key, say. */
  public byte[] data() {
    return key.data();
  }

  /** As the key of an issuer, which is always of this type. */
  Optional<Ed25519PublicKey> ed25519() {
    return key instanceof Ed25519Key ed25519 ? Optional.of(ed25519.key()) : Optional.empty();
  }

  /** Whether the owner of the key signed the message; false for whatever is no signature at all. */
  public boolean verify(byte[] message, byte[] signature) {
    return key.verify(message, signature);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Libp2pPublicKey that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
