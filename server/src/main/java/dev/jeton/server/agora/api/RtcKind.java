package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Issued;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Minted;
import dev.jeton.server.api.TokenKind;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code agora/rtc}: a token for one channel. */
@Singleton
final class RtcKind implements TokenKind {
  private final AgoraTokens tokens;

  RtcKind(AgoraTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String platform() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public String kind() {
    return "rtc";
  }

  @Override
  public Minted mint(Call call, Fields request, MintMoment moment) {
    request.only(
        "project", "channel", "uid", "account", "user", "role", "ttlSeconds", "privileges");
    AgoraProject project = tokens.project(call, request.textOrNull("project"));
    Channel channel = Members.channel(request);
    AgoraUser user = Members.user(request, call, tokens, project);
    long ttl = Ttl.of(request);
    Service rtc = new Service.Rtc(channel, user, Members.rtcPrivileges(request, ttl));
    Issued issued = tokens.issue(call, project, List.of(rtc), ttl, moment.now(), moment.random());
    return Answers.of(issued, json -> {
      json.put("channel", channel.name());
      Answers.user(json, user, request.has("account"));
    });
  }
}
