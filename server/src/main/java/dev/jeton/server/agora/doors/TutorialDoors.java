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
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The two endpoints of the Express tutorial: {@code /rtctoken} and {@code /rtmtoken}. */
@Singleton
final class TutorialDoors implements Doors {
  /** The tutorial has no errors of its own; {@code {error}} is what Express users write. */
  private static final ErrorShape ERRORS = (problem, requestId) ->
      Answer.json(problem.status(), Json.object(json -> json.put("error", problem.detail())));

  private final AgoraTokens tokens;

  TutorialDoors(AgoraTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post("/rtctoken", Need.MINT, this::rtc)
        .errors(ERRORS)
        .audited(AgoraTokens.EVENT, AgoraTokens.PLATFORM)
        .openable());
    doors.open(Door.post("/rtmtoken", Need.MINT, this::rtm)
        .errors(ERRORS)
        .audited(AgoraTokens.EVENT, AgoraTokens.PLATFORM)
        .openable());
  }

  private Answer rtc(Call call) {
    Fields body = call.body();
    Channel channel = Wanted.channel(body.text("channel"));
    RtcRole role = body.truthOr("isPublisher", false) ? RtcRole.PUBLISHER : RtcRole.SUBSCRIBER;
    AgoraUser user = uid(body);
    AgoraProject project = tokens.project(call, call.query("project"));
    Issued issued =
        issue(call, project, ttl -> new Service.Rtc(channel, user, Privileges.rtc(role, ttl)));
    long uid = user.wire().isEmpty() ? 0 : Long.parseLong(user.wire());
    return issued.complete(Answer.json(
        200, Json.object(json -> json.put("uid", uid).put("token", issued.token()))));
  }

  private Issued issue(Call call, AgoraProject project, LongFunction<Service> service) {
    long usual = tokens.lifetimes(call, project).usual();
    long ttl =
        tokens.fitting(call, project, Map.of(), usual, seconds -> List.of(service.apply(seconds)));
    return tokens.issue(call, project, List.of(service.apply(ttl)), ttl);
  }

  private AgoraUser uid(Fields body) {
    if (!body.has("uid")) {
      return tokens.randomUid();
    }
    return body.isText("uid")
        ? Wanted.uid(body.text("uid"))
        : AgoraUser.uid(body.whole("uid", 0, AgoraUser.MAX_UID));
  }

  private Answer rtm(Call call) {
    String user = Wanted.userId(call.body().text("user"));
    AgoraProject project = tokens.project(call, call.query("project"));
    Issued issued =
        issue(call, project, ttl -> new Service.Rtm(user, Privileges.of(Privileges.JOIN, ttl)));
    return issued.complete(
        Answer.json(200, Json.object(json -> json.put("token", issued.token()))));
  }
}
