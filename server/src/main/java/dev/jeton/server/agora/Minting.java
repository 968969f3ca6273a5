package dev.jeton.server.agora;

import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Salt;
import dev.jeton.tokens.agora.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Makes a project's tokens. Touches memory only. */
final class Minting {
  private Minting() {}

  /** Which grant a project would have to name for these services, if it does not. */
  static Optional<Grant> missingGrant(AgoraProject project, List<Service> services) {
    for (Grant needed : Reach.of(services)) {
      if (!project.grants().contains(needed)) {
        return Optional.of(needed);
      }
    }
    return Optional.empty();
  }

  /** Whether the project's format can carry the services: 006 knows one RTC or one RTM login. */
  static boolean canCarry(TokenVersion version, List<Service> services) {
    return version == TokenVersion.V007
        || (services.size() == 1
            && (services.get(0) instanceof Service.Rtc || services.get(0) instanceof Service.Rtm));
  }

  /** The token; the services must have passed both checks above. */
  static MintedToken mint(
      AgoraProject project,
      AppCertificate certificate,
      List<Service> services,
      long ttlSeconds,
      Instant now,
      RandomGenerator random) {
    long issuedAt = now.getEpochSecond();
    int salt = Salt.random(random);
    String token = project.version() == TokenVersion.V007
        ? mint007(project.appId(), certificate, services, ttlSeconds, issuedAt, salt)
        : mint006(project.appId(), certificate, services.get(0), ttlSeconds, issuedAt, salt);
    return new MintedToken(token, project.version(), issuedAt, ttlSeconds);
  }

  private static String mint007(
      AppId appId,
      AppCertificate certificate,
      List<Service> services,
      long ttl,
      long issuedAt,
      int salt) {
    AccessToken2 token =
        AccessToken2.forApp(appId).issuedAt(issuedAt).validFor(ttl).salt(salt);
    for (int i = 0; i < services.size(); i++) {
      token.service(services.get(i));
    }
    return token.sign(certificate);
  }

  private static String mint006(
      AppId appId, AppCertificate certificate, Service service, long ttl, long issuedAt, int salt) {
    Instant end = Instant.ofEpochSecond(issuedAt + ttl);
    AccessToken token;
    if (service instanceof Service.Rtm rtm) {
      token = AccessToken.rtm(appId, rtm.userId(), end);
    } else if (service instanceof Service.Rtc rtc) {
      Privileges absolute = absolute(rtc.privileges(), ttl, issuedAt);
      token = AccessToken.rtc(appId, rtc.channel(), rtc.user(), absolute);
    } else {
      throw new IllegalArgumentException(
          "006 cannot carry " + service.getClass().getSimpleName());
    }
    return token.issuedAt(Instant.ofEpochSecond(issuedAt)).salt(salt).sign(certificate);
  }

  /** 006 has no lifetime but 24 hours, so each privilege ends with the lifetime asked for. */
  private static Privileges absolute(Privileges relative, long ttl, long issuedAt) {
    Map<Integer, Long> ends = new TreeMap<>();
    relative.asMap().forEach((id, s) -> ends.put(id, issuedAt + (s == 0 ? ttl : Math.min(s, ttl))));
    return Privileges.of(ends);
  }
}
