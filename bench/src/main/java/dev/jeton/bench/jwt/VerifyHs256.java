package dev.jeton.bench.jwt;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.jwt.VerifiedJwt;
import org.openjdk.jmh.annotations.Benchmark;

/** A token under HS256, from the text to the claims of a good signature. */
@Operation("JWT HS256 verify")
@Budget(timesBare = 2)
public class VerifyHs256 {
  @Benchmark
  public VerifiedJwt jeton(IssuedJwts issued) {
    return issued.hs256.verified(issued.credentials.next());
  }

  @Benchmark
  public byte[] bare(IssuedJwts issued) {
    return issued.code(issued.hs256.signed[issued.credentials.next()]);
  }

  @Benchmark
  public byte[] bareByMac(IssuedJwts issued) {
    return issued.codeByMac(issued.hs256.signed[issued.credentials.next()]);
  }
}
