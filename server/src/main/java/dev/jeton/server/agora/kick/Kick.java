package dev.jeton.server.agora.kick;

import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Network;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Channel;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is kept out of what, and for how long.
 *
 * @param seconds 0 throws the user out, who may come back at once
 */
record Kick(
    Optional<Channel> channel,
    Optional<Long> uid,
    Optional<String> ip,
    List<String> privileges,
    long seconds) {
  static final String JOIN = "join_channel";

  private static final List<String> KNOWN = List.of(JOIN, "publish_audio", "publish_video");
  private static final String CHANNEL = "channel";
  private static final String UID = "uid";
  private static final String IP = "ip";
  private static final String PRIVILEGES = "privileges";
  private static final String SECONDS = "timeSeconds";

  /** A token's life and half a minute: as long as Agora keeps a rule. */
  private static final long LONGEST = 86_430;

  private static final long SHORTEST = 10;

  static Kick read(Fields body) {
    body.only(CHANNEL, UID, IP, PRIVILEGES, SECONDS);
    Optional<Channel> channel = Optional.ofNullable(body.textOrNull(CHANNEL)).map(Wanted::channel);
    Optional<Long> uid = body.has(UID)
        ? Optional.of(
            body.isText(UID)
                ? Long.parseLong(nobodyRefused(Wanted.uid(body.text(UID))).wire())
                : body.whole(UID, 1, AgoraUser.MAX_UID))
        : Optional.empty();
    Optional<String> ip = Optional.ofNullable(body.textOrNull(IP));
    if (channel.filter(Channel::isWildcard).isPresent()) {
      throw Refused.badRequest("wrong-channel", "channel must be one channel, without *");
    }
    if (ip.filter(address -> !Network.isAddress(address)).isPresent()) {
      throw Refused.badRequest("wrong-ip", "ip must be an IP address");
    }
    if (ip.isPresent() == (channel.isPresent() || uid.isPresent())) {
      throw Refused.badRequest(
          "wrong-target", "give uid, or channel, or both of them, or else ip alone");
    }
    return new Kick(channel, uid, ip, privileges(body), seconds(body));
  }

  private static AgoraUser nobodyRefused(AgoraUser uid) {
    if (uid.isWildcard()) {
      throw Refused.badRequest("wrong-uid", "uid must be one user's, not 0");
    }
    return uid;
  }

  private static List<String> privileges(Fields body) {
    if (!body.has(PRIVILEGES)) {
      return List.of(JOIN);
    }
    Set<String> privileges = new LinkedHashSet<>(body.texts(PRIVILEGES));
    if (privileges.isEmpty() || !KNOWN.containsAll(privileges)) {
      throw Refused.badRequest(
          "wrong-privileges", PRIVILEGES + " must be some of " + String.join(", ", KNOWN));
    }
    return List.copyOf(privileges);
  }

  private static long seconds(Fields body) {
    Long seconds = body.wholeOrNull(SECONDS, 0, LONGEST);
    if (seconds != null && seconds > 0 && seconds < SHORTEST) {
      throw Refused.badRequest(
          "wrong-time",
          SECONDS + " must be " + SHORTEST + " to " + LONGEST + ", or 0 to throw out and no more");
    }
    return seconds == null ? LONGEST : seconds;
  }

  /** As Agora takes it. */
  Buffer json(AppId appId) {
    return Json.object(json -> {
      json.put("appid", appId.text());
      channel.ifPresent(one -> json.put("cname", one.name()));
      uid.ifPresent(one -> json.put("uid", one));
      json.put("ip", ip.orElse(null)).put("time_in_seconds", seconds).put(PRIVILEGES, privileges);
    });
  }
}
