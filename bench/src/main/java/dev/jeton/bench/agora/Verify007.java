package dev.jeton.bench.agora;

import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import org.openjdk.jmh.annotations.Benchmark;

/** A token read and checked: signature, time, privilege, channel and uid. */
@Operation("007 verify")
public class Verify007 {
  @Benchmark
  public VerifiedAgoraToken jeton(IssuedTokens tokens) {
    int i = tokens.next();
    return IssuedTokens.accepted(tokens.verifier.verify(tokens.v007(i), tokens.expected(i)));
  }

  /** Three HMACs: tokens that come in were issued in any second. */
  @Benchmark
  public byte[] bare(SigningInfos infos) {
    return infos.sign(infos.next());
  }

  @Benchmark
  public byte[] bareByMac(SigningInfos infos) {
    return infos.signByMac(infos.next());
  }
}
