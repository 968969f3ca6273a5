package dev.jeton.bench.kandy;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.kandy.VerifiedTriple;
import org.openjdk.jmh.annotations.Benchmark;

/** A set of three read and checked: content, roles, window, one time. */
@Operation("Kandy ECB verify")
@Budget(timesBare = 2)
public class VerifyEcb {
  @Benchmark
  public VerifiedTriple jeton(EcbRealm realm) {
    return realm.calls.verify(realm.calls.issued(realm.calls.next()));
  }

  @Benchmark
  public byte[] bare(EcbRealm realm) {
    return realm.aes.open();
  }
}
