package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code agora}: a token with a list of services, all that 007 can carry. */
@Singleton
final class AnyKind extends AgoraKind {
  /** An audit row names every one, and has room for so many. */
  private static final int MOST = 20;

  AnyKind(AgoraTokens tokens) {
    super(tokens, "");
  }

  @Override
  Wish wish(Call call, AgoraProject project, Fields request, long ttl) {
    request.only("project", "ttlSeconds", "services");
    List<Fields> wanted = request.objects("services");
    if (wanted.isEmpty() || wanted.size() > MOST) {
      throw Refused.badRequest("wrong-services", "services must list 1 to " + MOST + " services");
    }
    List<Service> services = new ArrayList<>(wanted.size());
    Map<String, String> named = new HashMap<>();
    for (Fields one : wanted) {
      Service service = service(call, project, one, ttl);
      services.add(service);
      if (service instanceof Service.OfChannel of) {
        named.putAll(Members.named(one, of.user()));
      }
    }
    return new Wish(
        services,
        named,
        (json, issued) -> json.putEach("services", ServiceJson.of(services, issued::privilegeEnd)));
  }

  private Service service(Call call, AgoraProject project, Fields one, long ttl) {
    String type = one.text("type");
    Privileges login = Privileges.of(Privileges.JOIN, ttl);
    return switch (type) {
      case "rtc" -> {
        one.only("type", "channel", "uid", "account", "user", "role", "privileges");
        yield new Service.Rtc(
            Members.channel(one),
            Members.user(one, call, tokens, project),
            Members.rtcPrivileges(one, ttl));
      }
      case "streaming", "fcdn" -> ofChannel(type, one, call, project, ttl);
      case "rtm" -> new Service.Rtm(Wanted.userId(one.only("type", "user").text("user")), login);
      case "rtm2" -> {
        one.only("type", "user", "permissions");
        yield new Service.Rtm2(
            Wanted.userId(one.text("user")), Permissions.of(one.object("permissions")), login);
      }
      case "chat" -> ChatKind.service(one.only("type", "user", "app"), ttl);
      case "apaas" -> apaas(one.only("type", "room", "user", "role", "app"), ttl);
      case "fpa" -> {
        one.only("type");
        yield new Service.Fpa(login);
      }
      case "convoai" -> {
        one.only("type");
        yield new Service.ConvoAi(Privileges.none());
      }
      case "stt" -> {
        one.only("type");
        yield new Service.Stt(Privileges.none());
      }
      default ->
        throw Refused.badRequest(
            "unknown-service", "type must be one of " + String.join(", ", Names.services()));
    };
  }

  private Service ofChannel(String type, Fields one, Call call, AgoraProject project, long ttl) {
    one.only("type", "channel", "uid", "account", "user", "privileges");
    boolean streaming = type.equals("streaming");
    Privileges privileges =
        Members.named(one, streaming ? Service.Streaming.TYPE : Service.Fcdn.TYPE, ttl);
    return streaming
        ? new Service.Streaming(
            Members.channel(one), Members.user(one, call, tokens, project), privileges)
        : new Service.Fcdn(
            Members.channel(one), Members.user(one, call, tokens, project), privileges);
  }

  private static Service apaas(Fields one, long ttl) {
    if (one.truthOr("app", false)) {
      one.only("type", "app");
      return new Service.Apaas(
          "", "", Service.Apaas.NO_ROLE, Privileges.of(Service.Apaas.APP, ttl));
    }
    String user = Wanted.userId(one.text("user"));
    if (!one.has("room")) {
      one.only("type", "user");
      return new Service.Apaas(
          "", user, Service.Apaas.NO_ROLE, Privileges.of(Service.Apaas.USER, ttl));
    }
    int role = (int) one.whole("role", Short.MIN_VALUE, Short.MAX_VALUE);
    return new Service.Apaas(
        Wanted.userId(one.text("room")), user, role, Privileges.of(Service.Apaas.ROOM_USER, ttl));
  }
}
