package dev.jeton.server.agora.api;

import dev.jeton.server.agora.Issued;
import dev.jeton.server.api.Minted;
import dev.jeton.server.http.Json;
import dev.jeton.tokens.agora.AgoraUser;
import java.util.List;
import java.util.function.Consumer;

/** The members that every minted Agora token is answered with. */
final class Answers {
  private Answers() {}

  /**
   * The token, its version and project, then what the kind adds, then the times.
   *
   * @param own what the kind adds, such as the channel
   */
  static Minted of(Issued issued, Consumer<Json> own) {
    return new Minted(
        json -> {
          json.put("token", issued.token())
              .put("version", issued.version())
              .put("project", issued.project().name())
              .put("appId", issued.project().appId().text());
          own.accept(json);
          json.put("issuedAt", issued.issuedAt())
              .put("expiresAt", issued.expiresAt())
              .put("renewAt", issued.renewAt());
        },
        issued::headers,
        issued.marks(),
        List.of(issued.row()),
        AgoraRevocations.facts(issued));
  }

  /** {@code uid} or {@code account}, as the user was given. */
  static void user(Json json, AgoraUser user, boolean isAccount) {
    if (isAccount) {
      json.put("account", user.wire());
    } else {
      json.put("uid", user.wire().isEmpty() ? 0 : Long.parseLong(user.wire()));
    }
  }
}
