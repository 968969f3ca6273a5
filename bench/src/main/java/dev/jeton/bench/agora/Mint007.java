package dev.jeton.bench.agora;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Salt;
import io.agora.media.RtcTokenBuilder2;
import org.openjdk.jmh.annotations.Benchmark;

/** An RTC publisher's token, from the request's words to the text. */
@Operation("007 mint")
@Budget(timesOfficial = 8, bytes = 300, timesBare = 3)
public class Mint007 {
  @Benchmark
  public String jeton(Requests requests) {
    int request = requests.next();
    String channel = requests.channel(request);
    int uid = requests.uid(request);
    return AccessToken2.forApp(requests.appId)
        .issuedAt(requests.now)
        .validFor(Requests.LIFETIME)
        .salt(Salt.random(requests.salts))
        .rtc(new Channel(channel), AgoraUser.uid(uid), RtcRole.PUBLISHER, Requests.LIFETIME)
        .sign(requests.certificate);
  }

  /** Reads the system clock and draws its salt by itself. */
  @Benchmark
  public String official(Requests requests) {
    int request = requests.next();
    String channel = requests.channel(request);
    int uid = requests.uid(request);
    int seconds = (int) Requests.LIFETIME.toSeconds();
    return new RtcTokenBuilder2()
        .buildTokenWithUid(
            requests.appIdText,
            requests.certificateText,
            channel,
            uid,
            RtcTokenBuilder2.Role.ROLE_PUBLISHER,
            seconds,
            seconds);
  }

  /** Two HMACs: the first of the three is the same for a whole second, so it is kept. */
  @Benchmark
  public byte[] bare(SigningInfos infos) {
    return infos.signWithFirstKeyKept(infos.next());
  }

  @Benchmark
  public byte[] bareByMac(SigningInfos infos) {
    return infos.signByMac(infos.next());
  }
}
