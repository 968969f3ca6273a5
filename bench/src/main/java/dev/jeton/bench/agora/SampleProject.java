package dev.jeton.bench.agora;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Salt;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** A project that exists for one bench: random App ID and certificate. */
public record SampleProject(String appId, String certificate) {

  public static SampleProject random(RandomGenerator random) {
    return new SampleProject(hex(random), hex(random));
  }

  /** A publisher's token for an hour. */
  public String token(Instant now, RandomGenerator random) {
    Duration lifetime = Duration.ofHours(1);
    return AccessToken2.forApp(new AppId(appId))
        .issuedAt(now)
        .validFor(lifetime)
        .salt(Salt.random(random))
        .rtc(new Channel("lobby"), AgoraUser.uid(42), RtcRole.PUBLISHER, lifetime)
        .sign(AppCertificate.of(Secret.ofText(certificate)));
  }

  private static String hex(RandomGenerator random) {
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  /** Without the certificate, though it opens nothing. */
  @Override
  public String toString() {
    return "SampleProject[" + appId + "]";
  }
}
