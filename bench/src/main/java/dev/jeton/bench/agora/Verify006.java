package dev.jeton.bench.agora;

import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import org.openjdk.jmh.annotations.Benchmark;

/** A legacy token read and checked: channel, uid, signature, time and privilege. */
@Operation("006 verify")
public class Verify006 {
  @Benchmark
  public VerifiedAgoraToken jeton(IssuedTokens tokens) {
    int i = tokens.next();
    return IssuedTokens.accepted(tokens.verifier.verify(tokens.v006(i), tokens.expected(i)));
  }

  @Benchmark
  public byte[] bare(SigningInfos infos) {
    return infos.signLegacy(infos.next());
  }

  @Benchmark
  public byte[] bareByMac(SigningInfos infos) {
    return infos.signLegacyByMac(infos.next());
  }
}
