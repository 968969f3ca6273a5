package dev.jeton.server.agora;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * The uid of a user whom the caller names by text: 31 bits of a keyed hash, so that it stays the same
 * over renewals and restarts and nothing is stored. 1..2147483647.
 */
final class StableUid {
  private static final int LARGEST = Integer.MAX_VALUE;

  private final byte[] key;

  StableUid(Secret key) {
    this.key = key.reveal(SecretAccess.forCryptography());
  }

  /** Callers do not share users: the same name of two callers has two uids. */
  AgoraUser of(AgoraProject project, String caller, String user) {
    byte[] text = String.join("\0", "agora uid", project.appId().text(), caller, user)
        .getBytes(StandardCharsets.UTF_8);
    byte[] hash = new byte[HmacSha256.LENGTH];
    new HmacSha256().key(key, 0, key.length).update(text, 0, text.length).finish(hash, 0);
    long bits = (hash[0] & 0x7fL) << 24
        | (hash[1] & 0xffL) << 16
        | (hash[2] & 0xffL) << 8
        | (hash[3] & 0xffL);
    return AgoraUser.uid(Math.max(1, bits));
  }

  /** A uid for somebody without a name. */
  static AgoraUser random(RandomGenerator random) {
    return AgoraUser.uid(1 + random.nextInt(LARGEST));
  }
}
