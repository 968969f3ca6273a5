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
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code agora/chat}: a Chat user, or with {@code app: true} the administration of Chat. */
@Singleton
final class ChatKind implements TokenKind {
  private final AgoraTokens tokens;

  ChatKind(AgoraTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String platform() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public String kind() {
    return "chat";
  }

  @Override
  public Minted mint(Call call, Fields request, MintMoment moment) {
    request.only("project", "user", "app", "ttlSeconds");
    AgoraProject project = tokens.project(call, request.textOrNull("project"));
    long ttl = Ttl.of(request);
    Service.Chat chat = service(request, ttl);
    Issued issued = tokens.issue(call, project, List.of(chat), ttl, moment.now(), moment.random());
    return Answers.of(issued, json -> {
      if (chat.userId().isEmpty()) {
        json.put("app", true);
      } else {
        json.put("user", chat.userId());
      }
    });
  }

  static Service.Chat service(Fields request, long ttl) {
    if (request.truthOr("app", false) == request.has("user")) {
      throw Refused.badRequest("wrong-user", "give either user or app: true");
    }
    return request.has("user")
        ? new Service.Chat(
            Wanted.userId(request.text("user")), Privileges.of(Service.Chat.USER, ttl))
        : new Service.Chat("", Privileges.of(Service.Chat.APP, ttl));
  }
}
