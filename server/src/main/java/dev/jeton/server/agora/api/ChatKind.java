package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code agora/chat}: a Chat user, or with {@code app: true} the administration of Chat. */
@Singleton
final class ChatKind extends AgoraKind {
  ChatKind(AgoraTokens tokens) {
    super(tokens, "chat");
  }

  @Override
  Wish wish(Call call, AgoraProject project, Fields request, long ttl) {
    request.only("project", "user", "app", "ttlSeconds");
    Service.Chat chat = service(request, ttl);
    return new Wish(List.of(chat), (json, issued) -> {
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
