package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the members that Agora's requests share. */
final class Members {
  private Members() {}

  static Channel channel(Fields request) {
    return Wanted.channel(request.text("channel"));
  }

  /**
   * Exactly one of {@code uid}, {@code account} and {@code user}; a {@code user} is the caller's own
   * name for somebody and gets a lasting uid.
   */
  static AgoraUser user(Fields request, Call call, AgoraTokens tokens, AgoraProject project) {
    long given = List.of("uid", "account", "user").stream().filter(request::has).count();
    if (given != 1) {
      throw Refused.badRequest("wrong-user", "give exactly one of uid, account and user");
    }
    return request.has("user")
        ? tokens.uidOf(call, project, Wanted.userId(request.text("user")))
        : uidOrAccount(request).orElseThrow();
  }

  /** The uid of a user whom the request names, with that name. */
  static Map<String, String> named(Fields request, AgoraUser user) {
    return request.has("user") ? Map.of(user.wire(), request.text("user")) : Map.of();
  }

  /** The uid or the account, if one is there. */
  static Optional<AgoraUser> uidOrAccount(Fields request) {
    if (request.has("uid") && request.has("account")) {
      throw Refused.badRequest("wrong-user", "give uid or account, not both");
    }
    if (request.has("account")) {
      return Optional.of(Wanted.account(request.text("account")));
    }
    if (!request.has("uid")) {
      return Optional.empty();
    }
    return Optional.of(
        request.isText("uid")
            ? Wanted.uid(request.text("uid"))
            : AgoraUser.uid(request.whole("uid", 0, AgoraUser.MAX_UID)));
  }

  static RtcRole role(Fields request) {
    return Wanted.role(request.text("role"));
  }

  /** RTC privileges: by role, or named one by one; never both. */
  static Privileges rtcPrivileges(Fields request, long ttl) {
    if (!request.has("privileges")) {
      return Privileges.rtc(role(request), ttl);
    }
    if (request.has("role")) {
      throw Refused.badRequest(
          "role-and-privileges", "give role or privileges, not both: they might contradict");
    }
    return named(request, Service.Rtc.TYPE, ttl);
  }

  /** {@code privileges: {name: seconds}} by the names of the service. */
  static Privileges named(Fields request, int serviceType, long ttl) {
    Fields privileges = request.object("privileges");
    List<String> words =
        Names.privileges(serviceType).stream().map(Names::camelCase).toList();
    privileges.only(words.toArray(String[]::new));
    Map<Integer, Long> seconds = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (privileges.has(words.get(i))) {
        seconds.put(i + 1, Ttl.ofPrivilege(privileges, words.get(i), ttl));
      }
    }
    if (seconds.isEmpty()) {
      throw Refused.badRequest(
          "no-privileges", "privileges must name at least one of " + String.join(", ", words));
    }
    return Privileges.of(seconds);
  }
}
