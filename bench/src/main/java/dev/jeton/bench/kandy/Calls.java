package dev.jeton.bench.kandy;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.KandyVerifier;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.RealmKeys;
import dev.jeton.tokens.kandy.SecurityKey;
import dev.jeton.tokens.kandy.SetRules;
import dev.jeton.tokens.kandy.TokenWindow;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.TripleIssuer;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Calls of many callers in a realm that exists for one bench. */
final class Calls {
  static final int COUNT = 1024;

  final String keyText;
  private final RandomGenerator random = new SplittableRandom(7);
  private final Instant now = Instant.now();
  private final TripleIssuer issuer;
  private final KandyVerifier verifier;
  private final Parties[] parties = new Parties[COUNT];
  private final Triple[] issued = new Triple[COUNT];
  private int next;

  Calls(KandyCipher cipher) {
    keyText = "%016x%016x"
        .formatted(random.nextLong(), random.nextLong())
        .substring(0, cipher.keyBytes());
    SecurityKey key = SecurityKey.of(cipher, Secret.ofText(keyText));
    issuer = new TripleIssuer(key, random);
    verifier = new KandyVerifier(RealmKeys.of(key), TokenWindow.of(Duration.ofMinutes(10)));
    Identity callee = Identity.of("help@example.com");
    for (int i = 0; i < COUNT; i++) {
      parties[i] = new Parties(callee, Identity.of("guest-" + i + "@example.com"), callee);
      issued[i] = issuer.issue(parties[i], now.minusMillis(i)).tokens();
    }
  }

  int next() {
    next = (next + 1) % COUNT;
    return next;
  }

  Triple mint(int i) {
    return issuer.issue(parties[i], now).tokens();
  }

  Triple issued(int i) {
    return issued[i];
  }

  /** A refusal here would mean that something else is measured than is said. */
  VerifiedTriple verify(Triple triple) {
    if (verifier.verify(triple, SetRules.none(), now)
        instanceof Outcome.Accepted<VerifiedTriple> accepted) {
      return accepted.value();
    }
    throw new IllegalStateException("an issued set was refused");
  }
}
