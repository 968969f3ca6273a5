package dev.jeton.bench.jwt;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import org.openjdk.jmh.annotations.Benchmark;

/** A token under HS256, from the words of its claims to the text. */
@Operation("JWT HS256 mint")
@Budget(timesBare = 2)
public class MintHs256 {
  @Benchmark
  public String jeton(Credentials credentials) {
    return credentials.mint(credentials.next(), credentials.hs256);
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
