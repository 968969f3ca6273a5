package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code agora/rtm}: a login to Signaling, with permissions for single resources or without. */
@Singleton
final class RtmKind extends AgoraKind {
  RtmKind(AgoraTokens tokens) {
    super(tokens, "rtm");
  }

  @Override
  Wish wish(Call call, AgoraProject project, Fields request, long ttl) {
    request.only("project", "user", "ttlSeconds", "permissions");
    String user = Wanted.userId(request.text("user"));
    Privileges login = Privileges.of(Privileges.JOIN, ttl);
    Service service = request.has("permissions")
        ? new Service.Rtm2(user, Permissions.of(request.object("permissions")), login)
        : new Service.Rtm(user, login);
    return new Wish(List.of(service), (json, issued) -> json.put("user", user));
  }
}
