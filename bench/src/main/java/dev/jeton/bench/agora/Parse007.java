package dev.jeton.bench.agora;

import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.agora.RawAccessToken2;
import io.agora.media.AccessToken2;
import org.openjdk.jmh.annotations.Benchmark;

/** A token read without a certificate. The official library has this and no way to verify. */
@Operation("007 parse")
public class Parse007 {
  @Benchmark
  public RawAccessToken2 jeton(IssuedTokens tokens) {
    return IssuedTokens.accepted(RawAccessToken2.parse(tokens.v007(tokens.next())));
  }

  @Benchmark
  public AccessToken2 official(IssuedTokens tokens) {
    AccessToken2 token = new AccessToken2();
    if (!token.parse(tokens.v007(tokens.next()))) {
      throw new IllegalStateException("the official library does not read it");
    }
    return token;
  }
}
