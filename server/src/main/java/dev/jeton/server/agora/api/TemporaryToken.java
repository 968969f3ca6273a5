package dev.jeton.server.agora.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Verb;
import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Issued;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Minted;
import dev.jeton.server.api.Repeats;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * {@code POST .../temporary-token}, as the Agora console has it: a token with which anybody joins one
 * channel and publishes there, for a day or as long as the project allows.
 */
@Singleton
final class TemporaryToken implements Doors {
  private static final String PATH = "/api/v1/agora/projects/{ref}/temporary-token";

  private final AgoraTokens tokens;
  private final Repeats repeats;

  TemporaryToken(AgoraTokens tokens, Repeats repeats) {
    this.tokens = tokens;
    this.repeats = repeats;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post(
            PATH, Need.ADMINISTRATION, call -> repeats.answer(call, moment -> mint(call, moment)))
        .audited(AgoraTokens.EVENT, AgoraTokens.PLATFORM)
        .right("agora-project", Verb.WRITE)
        .offTheLoopWhen(Repeats::waits));
  }

  private Answer mint(Call call, MintMoment moment) {
    Channel channel = channel(call.body().only("channel"));
    AgoraProject project = tokens.administered(call.path("ref"));
    long ttl = project.lifetimes().longest();
    Service rtc =
        new Service.Rtc(channel, AgoraUser.anyone(), Privileges.rtc(RtcRole.PUBLISHER, ttl));
    Issued issued =
        tokens.issueUngranted(call, project, List.of(rtc), ttl, moment.now(), moment.random());
    Minted minted =
        Answers.of(issued, json -> json.put("channel", channel.name()).put("uid", 0));
    Answer answer = minted.headers().apply(Answer.json(200, Json.object(minted.members())));
    return answer.withRows(minted.rows());
  }

  private static Channel channel(Fields request) {
    Channel channel = Members.channel(request);
    if (channel.isWildcard()) {
      throw Refused.badRequest(
          "wrong-channel", "a temporary token is for one channel; give its name without *");
    }
    return channel;
  }
}
