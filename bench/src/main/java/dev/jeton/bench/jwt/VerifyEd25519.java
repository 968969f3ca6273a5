package dev.jeton.bench.jwt;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.jwt.VerifiedJwt;
import org.openjdk.jmh.annotations.Benchmark;

/** A token under Ed25519, from the text to the claims of a good signature. */
@Operation("JWT Ed25519 verify")
@Budget(timesBare = 2)
public class VerifyEd25519 {
  @Benchmark
  public VerifiedJwt jeton(IssuedJwts issued) {
    return issued.ed25519.verified(issued.credentials.next());
  }

  @Benchmark
  public boolean bare(IssuedJwts issued) {
    int i = issued.credentials.next();
    byte[] message = issued.ed25519.signed[i];
    return issued
        .credentials
        .ed25519
        .publicKey()
        .verifies(message, message.length, issued.ed25519.signatures[i]);
  }
}
