package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Issued;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Minted;
import dev.jeton.server.api.TokenKind;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code agora/rtm}: a login to Signaling, with permissions for single resources or without. */
@Singleton
final class RtmKind implements TokenKind {
  private final AgoraTokens tokens;

  RtmKind(AgoraTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String platform() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public String kind() {
    return "rtm";
  }

  @Override
  public Minted mint(Call call, Fields request, MintMoment moment) {
    request.only("project", "user", "ttlSeconds", "permissions");
    AgoraProject project = tokens.project(call, request.textOrNull("project"));
    String user = Wanted.userId(request.text("user"));
    long ttl = Ttl.of(request);
    Privileges login = Privileges.of(Privileges.JOIN, ttl);
    Service service = request.has("permissions")
        ? new Service.Rtm2(user, Permissions.of(request.object("permissions")), login)
        : new Service.Rtm(user, login);
    Issued issued =
        tokens.issue(call, project, List.of(service), ttl, moment.now(), moment.random());
    return Answers.of(issued, json -> json.put("user", user));
  }
}
