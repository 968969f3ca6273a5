package dev.jeton.server.agora.api;

import dev.jeton.server.http.Json;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.RtmPermissions.Access;
import dev.jeton.tokens.agora.RtmPermissions.Resource;
import dev.jeton.tokens.agora.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** A service of a 007 token as JSON. */
final class ServiceJson {
  private ServiceJson() {}

  static List<Consumer<Json>> of(List<Service> services, Life life) {
    return services.stream()
        .<Consumer<Json>>map(s -> json -> put(json, s, life))
        .toList();
  }

  private static void put(Json json, Service service, Life life) {
    json.put("type", Names.service(service));
    if (service instanceof Service.OfChannel s) {
      json.put("channel", s.channel().name()).put("user", s.user().wire());
    } else if (service instanceof Service.OfUser s) {
      json.put("user", s.userId());
    }
    if (service instanceof Service.Apaas s) {
      json.put("room", s.roomUuid()).put("role", s.role());
    }
    if (service instanceof Service.Rtm2 s) {
      json.put("permissions", inner -> permissions(inner, s.permissions()));
    }
    json.putEach(
        "privileges",
        PrivilegesJson.of(
            service.privileges(), id -> Names.privilege(service, id), life::privilegeEnd));
  }

  private static void permissions(Json json, RtmPermissions permissions) {
    permissions
        .asMap()
        .forEach((resource, byAccess) -> json.put(
            word(Resource.values(), Resource::number, resource),
            inner -> byAccess.forEach((access, names) ->
                inner.put(word(Access.values(), Access::number, access), names))));
  }

  private static <E extends Enum<E>> String word(E[] all, ToIntFunction<E> number, int wanted) {
    return Arrays.stream(all)
        .filter(e -> number.applyAsInt(e) == wanted)
        .findFirst()
        .map(e -> Members.camelCase(e.name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .orElse(Integer.toString(wanted));
  }
}
