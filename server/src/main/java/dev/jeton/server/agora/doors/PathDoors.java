package dev.jeton.server.agora.doors;

import dev.jeton.server.access.Need;
import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Issued;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.ErrorShape;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The GET routes of agora-token-service and Agora-Node-TokenServer, where everything stands in the
 * path and only the lifetime in the query.
 */
@Singleton
final class PathDoors implements Doors {
  /** Both servers' words for an error, so that clients of either find theirs. */
  private static final ErrorShape ERRORS = (problem, requestId) -> Answer.json(
      problem.status(),
      Json.object(json -> json.put("error", problem.detail())
          .put("message", problem.detail())
          .put("status", problem.status())));

  private final AgoraTokens tokens;

  PathDoors(AgoraTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void open(DoorRegistry doors) {
    mints(doors, "/rtc/{channel}/{role}/{tokentype}/{uid}/", this::rtc);
    mints(doors, "/rtm/{uid}/", this::rtm);
    mints(doors, "/rte/{channel}/{role}/{tokentype}/{uid}/", this::rte);
    mints(doors, "/rte/{channel}/{role}/{tokentype}/{uid}/{rtmuid}/", this::rteWithRtmUid);
    mints(doors, "/chat/app/", this::chatApp);
    mints(doors, "/chat/account/{id}/", this::chatAccount);
  }

  private static void mints(DoorRegistry doors, String path, Function<Call, Answer> handler) {
    doors.open(Door.get(path, Need.MINT, handler)
        .errors(ERRORS)
        .audited(AgoraTokens.EVENT, AgoraTokens.PLATFORM)
        .openable());
  }

  private Answer rtc(Call call) {
    return one(call, "rtcToken", ttl -> rtcService(call, ttl));
  }

  private Answer rtm(Call call) {
    return one(call, "rtmToken", ttl -> rtmService(call.path("uid"), ttl));
  }

  private Answer rte(Call call) {
    return both(call, call.path("uid"));
  }

  private Answer rteWithRtmUid(Call call) {
    return both(call, call.path("rtmuid"));
  }

  private Answer chatApp(Call call) {
    return one(
        call, "chatToken", ttl -> new Service.Chat("", Privileges.of(Service.Chat.APP, ttl)));
  }

  private Answer chatAccount(Call call) {
    String user = Wanted.userId(call.path("id"));
    return one(
        call, "chatToken", ttl -> new Service.Chat(user, Privileges.of(Service.Chat.USER, ttl)));
  }

  private Answer one(Call call, String member, LongFunction<Service> service) {
    AgoraProject project = tokens.project(call, call.query("project"));
    DoorTtl ttl = ttl(call, project, service);
    Issued issued =
        tokens.issue(call, project, List.of(service.apply(ttl.seconds())), ttl.seconds());
    Answer answer = Answer.json(200, Json.object(json -> json.put(member, issued.token())));
    return issued.complete(ttl.tell(answer));
  }

  private Answer both(Call call, String rtmUid) {
    AgoraProject project = tokens.project(call, call.query("project"));
    DoorTtl ttl = ttl(call, project, end -> rtcService(call, end))
        .cut(most -> fitting(call, project, most, end -> rtmService(rtmUid, end)));
    call.countMore(1);
    return call.countTogether(() -> both(call, project, ttl, rtmUid));
  }

  private Answer both(Call call, AgoraProject project, DoorTtl ttl, String rtmUid) {
    long seconds = ttl.seconds();
    Issued rtc = tokens.issue(call, project, List.of(rtcService(call, seconds)), seconds);
    Issued rtm = tokens.issue(call, project, List.of(rtmService(rtmUid, seconds)), seconds);
    Answer answer = Answer.json(
        200, Json.object(json -> json.put("rtcToken", rtc.token()).put("rtmToken", rtm.token())));
    return rtc.complete(ttl.tell(answer)).audited(rtm.row());
  }

  private DoorTtl ttl(Call call, AgoraProject project, LongFunction<Service> service) {
    return DoorTtl.ofText(tokens.lifetimes(call, project), call.query("expiry"))
        .cut(most -> fitting(call, project, most, service));
  }

  private long fitting(Call call, AgoraProject project, long most, LongFunction<Service> service) {
    return tokens.fitting(
        call, project, Map.of(), most, seconds -> List.of(service.apply(seconds)));
  }

  private static Service rtcService(Call call, long ttl) {
    return new Service.Rtc(
        Wanted.channel(call.path("channel")),
        user(call),
        Privileges.rtc(Wanted.role(call.path("role")), ttl));
  }

  private static AgoraUser user(Call call) {
    return switch (call.path("tokentype")) {
      case "uid" -> Wanted.uid(call.path("uid"));
      case "userAccount" -> Wanted.account(call.path("uid"));
      default ->
        throw Refused.badRequest("wrong-token-type", "tokentype must be uid or userAccount");
    };
  }

  private static Service rtmService(String uid, long ttl) {
    return new Service.Rtm(Wanted.userId(uid), Privileges.of(Privileges.JOIN, ttl));
  }
}
