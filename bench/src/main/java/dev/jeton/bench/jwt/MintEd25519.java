package dev.jeton.bench.jwt;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import org.openjdk.jmh.annotations.Benchmark;

/** A token under Ed25519, from the words of its claims to the text. */
@Operation("JWT Ed25519 mint")
@Budget(timesBare = 2)
public class MintEd25519 {
  @Benchmark
  public String jeton(Credentials credentials) {
    return credentials.mint(credentials.next(), credentials.ed25519Key);
  }

  @Benchmark
  public byte[] bare(IssuedJwts issued) {
    byte[] message = issued.ed25519.signed[issued.credentials.next()];
    return issued.credentials.ed25519.sign(message, message.length);
  }
}
