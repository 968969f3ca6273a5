package dev.jeton.bench.jwt;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.crypto.Ed25519PrivateKey;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.SigningKey;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The keys, and what a caller wants to have in its token: other words with each call. */
@State(Scope.Thread)
public class Credentials {
  static final int COUNT = 256;

  private static final int SECRET_LENGTH = 32;
  private static final int LIFETIME = 300;
  private static final long NOW = 1_767_225_600L;
  private static final long SEED = 7;

  final byte[] secret = new byte[SECRET_LENGTH];
  final Ed25519PrivateKey ed25519;
  final SigningKey hs256;
  final SigningKey ed25519Key;

  private final String[] keys = new String[COUNT];
  private final String[] hashes = new String[COUNT];
  private int next;

  public Credentials() {
    SplittableRandom random = new SplittableRandom(SEED);
    random.nextBytes(secret);
    hs256 = SigningKey.hmac(Algorithm.HS256, Secret.ofBytes(secret));
    ed25519 = Ed25519PrivateKey.ofSeed(Secret.ofBytes(secret));
    ed25519Key = SigningKey.ed25519(ed25519);
    for (int i = 0; i < COUNT; i++) {
      keys[i] = hex(random, 2);
      hashes[i] = hex(random, 4);
    }
  }

  private static String hex(SplittableRandom random, int words) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < words; i++) {
      hex.append(String.format("%016x", random.nextLong()));
    }
    return hex.toString();
  }

  int next() {
    return next++ & (COUNT - 1);
  }

  /** From the words of a request to the claims that a gateway wants. */
  String mint(int request, SigningKey key) {
    JsonObject claims = JsonObject.builder()
        .put("iss", keys[request])
        .put("iat", NOW + request)
        .put("exp", NOW + request + LIFETIME)
        .put("qsh", hashes[request])
        .build();
    return Jwt.of(claims).signedBy(key);
  }
}
