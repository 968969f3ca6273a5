package dev.jeton.bench.kandy;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.kandy.Triple;
import org.openjdk.jmh.annotations.Benchmark;

/** A set of three, from who calls whom to the texts. */
@Operation("Kandy ECB mint")
@Budget(timesBare = 2)
public class MintEcb {
  @Benchmark
  public Triple jeton(EcbRealm realm) {
    return realm.calls.mint(realm.calls.next());
  }

  @Benchmark
  public byte[] bare(EcbRealm realm) {
    return realm.aes.seal();
  }
}
