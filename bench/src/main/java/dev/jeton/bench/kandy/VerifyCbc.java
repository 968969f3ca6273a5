package dev.jeton.bench.kandy;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.kandy.VerifiedTriple;
import org.openjdk.jmh.annotations.Benchmark;

/** A set of three read and checked: codes, content, roles, window, one time. */
@Operation("Kandy CBC verify")
@Budget(timesBare = 2)
public class VerifyCbc {
  @Benchmark
  public VerifiedTriple jeton(CbcRealm realm) {
    return realm.calls.verify(realm.calls.issued(realm.calls.next()));
  }

  @Benchmark
  public byte[] bare(CbcRealm realm) {
    return realm.aes.open();
  }
}
