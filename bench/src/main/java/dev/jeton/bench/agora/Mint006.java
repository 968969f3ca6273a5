package dev.jeton.bench.agora;

import dev.jeton.bench.tokens.Budget;
import dev.jeton.bench.tokens.Operation;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Salt;
import io.agora.media.RtcTokenBuilder;
import org.openjdk.jmh.annotations.Benchmark;

/** An RTC publisher's legacy token, from the request's words to the text. */
@Operation("006 mint")
@Budget(timesOfficial = 5)
public class Mint006 {
  @Benchmark
  public String jeton(Requests requests) {
    int request = requests.next();
    String channel = requests.channel(request);
    int uid = requests.uid(request);
    return AccessToken.rtc(
            requests.appId,
            new Channel(channel),
            AgoraUser.uid(uid),
            RtcRole.PUBLISHER,
            requests.now.plus(Requests.LIFETIME))
        .issuedAt(requests.now)
        .salt(Salt.random(requests.salts))
        .sign(requests.certificate);
  }

  /** Reads the system clock and draws its salt by itself. */
  @Benchmark
  public String official(Requests requests) {
    int request = requests.next();
    String channel = requests.channel(request);
    int uid = requests.uid(request);
    return new RtcTokenBuilder()
        .buildTokenWithUid(
            requests.appIdText,
            requests.certificateText,
            channel,
            uid,
            RtcTokenBuilder.Role.Role_Publisher,
            (int) requests.now.plus(Requests.LIFETIME).getEpochSecond());
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
