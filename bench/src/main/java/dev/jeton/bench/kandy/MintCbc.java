package dev.jeton.bench.kandy;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.kandy.Triple;
import org.openjdk.jmh.annotations.Benchmark;

/** A set of three, from who calls whom to the texts. */
@Operation("Kandy CBC mint")
@Budget(timesBare = 2)
public class MintCbc {
  @Benchmark
  public Triple jeton(CbcRealm realm) {
    return realm.calls.mint(realm.calls.next());
  }

  @Benchmark
  public byte[] bare(CbcRealm realm) {
    return realm.aes.seal();
  }
}
