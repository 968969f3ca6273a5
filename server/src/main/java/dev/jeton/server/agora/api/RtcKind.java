package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code agora/rtc}: a token for one channel. */
@Singleton
final class RtcKind extends AgoraKind {
  RtcKind(AgoraTokens tokens) {
    super(tokens, "rtc");
  }

  @Override
  Wish wish(Call call, AgoraProject project, Fields request, long ttl) {
    request.only(
        "project", "channel", "uid", "account", "user", "role", "ttlSeconds", "privileges");
    Channel channel = Members.channel(request);
    AgoraUser user = Members.user(request, call, tokens, project);
    Service rtc = new Service.Rtc(channel, user, Members.rtcPrivileges(request, ttl));
    return new Wish(List.of(rtc), Members.named(request, user), (json, issued) -> {
      json.put("channel", channel.name());
      Answers.user(json, user, request.has("account"));
    });
  }
}
