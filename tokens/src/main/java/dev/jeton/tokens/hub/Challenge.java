package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.random.RandomGenerator;

/**
 * Bytes that somebody signs to prove that a private key is theirs. Clients of a Hub sign whatever bytes
 * come, so both forms work with all of them.
 *
 * <p>A challenge proves something once: who keeps it drops it with the first answer, right or wrong, and
 * when its time is over. Nothing is kept here.
 */
public sealed interface Challenge permits Challenge.Bare, BoundChallenge {
  /** What has to be signed. */
  byte[] bytes();

  /**
   * Whether this is the owner's signature; else BAD_SIGNATURE. A signature that is none, of the wrong
   * length say, is a wrong one.
   */
  default Outcome<Libp2pPublicKey> answeredBy(Libp2pPublicKey owner, byte[] signature) {
    return owner.verify(bytes(), signature)
        ? Outcome.accepted(owner)
        : Outcome.refused(
            Reason.BAD_SIGNATURE, "the owner of the public key did not sign this challenge");
  }

  /**
   * 32 random bytes, as a Hub sends them. Whoever signs cannot see for whom: a hostile server may pass on
   * the challenge of another and get that one's token. {@link
   * BoundChallenge} tells.
   */
  final class Bare implements Challenge {
    /** Its length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Bare(byte[] bytes) {
      this.bytes = bytes;
    }

    public static Bare random(RandomGenerator random) {
      byte[] bytes = new byte[LENGTH];
      random.nextBytes(bytes);
      return new Bare(bytes);
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }
  }
}
