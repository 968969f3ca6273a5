package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Issued;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.api.Minted;
import dev.jeton.server.api.TokenKind;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.tokens.agora.Service;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What Agora's kinds share: the project and the lifetime, then one token for some services. */
abstract class AgoraKind implements TokenKind {
  final AgoraTokens tokens;
  private final String kind;

  AgoraKind(AgoraTokens tokens, String kind) {
    this.tokens = tokens;
    this.kind = kind;
  }

  /**
   * What is wanted.
   *
   * @param named which of its uids stand for users whom the request names
   * @param told what the answer says of it besides the token
   */
  record Wish(List<Service> services, Map<String, String> named, BiConsumer<Json, Issued> told) {
    Wish(List<Service> services, BiConsumer<Json, Issued> told) {
      this(services, Map.of(), told);
    }
  }

  /** Reads the request's own members. */
  abstract Wish wish(Call call, AgoraProject project, Fields request, long ttlSeconds);

  @Override
  public final String platform() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public final String kind() {
    return kind;
  }

  @Override
  public final Minted mint(Call call, Fields request, MintMoment moment) {
    AgoraProject project = tokens.project(call, request.textOrNull("project"));
    long wanted = Ttl.of(request, tokens.lifetimes(call, project));
    Wish first = wish(call, project, request, wanted);
    long ttl = request.has(Ttl.MEMBER)
        ? wanted
        : tokens.fitting(
            call,
            project,
            first.named(),
            wanted,
            seconds -> wish(call, project, request, seconds).services());
    Wish wish = ttl == wanted ? first : wish(call, project, request, ttl);
    Issued issued = tokens.issue(
        call, project, wish.services(), wish.named(), ttl, moment.now(), moment.random());
    return Answers.of(issued, json -> wish.told().accept(json, issued));
  }
}
