package dev.jeton.server.agora.doors;

import dev.jeton.server.access.Need;
import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Issued;
import dev.jeton.server.agora.Lifetimes;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.ErrorShape;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /getToken} of agora-token-service and {@code POST /token/getNew} of
 * agora-go-backend-middleware: one body for RTC, RTM and Chat, errors as plain text.
 */
@Singleton
final class TokenServiceDoors implements Doors {
  private final AgoraTokens tokens;

  TokenServiceDoors(AgoraTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void open(DoorRegistry doors) {
    for (String path : List.of("/getToken", "/token/getNew")) {
      doors.open(Door.post(path, Need.MINT, this::token)
          .errors(ErrorShape.TEXT)
          .audited(AgoraTokens.EVENT, AgoraTokens.PLATFORM)
          .openable());
    }
  }

  private Answer token(Call call) {
    Fields body = call.body();
    AgoraProject project = tokens.project(call, call.query("project"));
    Lifetimes lifetimes = tokens.lifetimes(call, project);
    DoorTtl wanted = body.isText("expire")
        ? DoorTtl.ofText(lifetimes, body.text("expire"))
        : DoorTtl.of(lifetimes, body.wholeOrNull("expire", Long.MIN_VALUE, Long.MAX_VALUE));
    DoorTtl ttl = wanted.cut(
        most -> tokens.fitting(call, project, Map.of(), most, seconds -> services(body, seconds)));
    List<Service> services = services(body, ttl.seconds());
    Issued issued = tokens.issue(call, project, services, ttl.seconds());
    Answer answer = Answer.json(200, Json.object(json -> json.put("token", issued.token())));
    return issued.complete(ttl.tell(answer));
  }

  private static List<Service> services(Fields body, long ttl) {
    return switch (body.text("tokenType")) {
      case "rtc" ->
        List.of(new Service.Rtc(
            Wanted.channel(body.text("channel")),
            user(body),
            Privileges.rtc(Wanted.role(body.textOrNull("role")), ttl)));
      case "rtm" -> rtm(body, ttl);
      case "chat" -> List.of(chat(body, ttl));
      default -> throw Refused.badRequest("wrong-token-type", "tokenType must be rtc, rtm or chat");
    };
  }

  /** With a channel the user may also join its stream: RTC with join and data. */
  private static List<Service> rtm(Fields body, long ttl) {
    String user = userId(body);
    Service rtm = new Service.Rtm(user, Privileges.of(Privileges.JOIN, ttl));
    String channel = body.textOrNull("channel");
    if (channel == null || channel.isEmpty()) {
      return List.of(rtm);
    }
    Privileges stream = Privileges.of(Map.of(Privileges.JOIN, ttl, Privileges.PUBLISH_DATA, ttl));
    return List.of(new Service.Rtc(Wanted.channel(channel), AgoraUser.account(user), stream), rtm);
  }

  private static Service chat(Fields body, long ttl) {
    boolean forApp = !body.has("uid") || (body.isText("uid") && body.text("uid").isEmpty());
    return forApp
        ? new Service.Chat("", Privileges.of(Service.Chat.APP, ttl))
        : new Service.Chat(userId(body), Privileges.of(Service.Chat.USER, ttl));
  }

  /** RTM and Chat know user ids only: a number is its digits, and "0" is a user like any other. */
  private static String userId(Fields body) {
    return body.isText("uid") || !body.has("uid")
        ? Wanted.userId(body.text("uid"))
        : Long.toString(body.whole("uid", 0, AgoraUser.MAX_UID));
  }

  private static AgoraUser user(Fields body) {
    return body.isText("uid") || !body.has("uid")
        ? Wanted.uidOrAccount(body.text("uid"))
        : AgoraUser.uid(body.whole("uid", 0, AgoraUser.MAX_UID));
  }
}
