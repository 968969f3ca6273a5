package dev.jeton.server.agora.api;

import dev.jeton.server.http.Json;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.Service;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** A service of a 007 token as JSON. */
final class ServiceJson {
  private ServiceJson() {}

  static List<Consumer<Json>> of(List<Service> services, LongFunction<Instant> end) {
    return services.stream().<Consumer<Json>>map(s -> json -> put(json, s, end)).toList();
  }

  private static void put(Json json, Service service, LongFunction<Instant> end) {
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
        PrivilegesJson.of(service.privileges(), id -> Names.privilege(service, id), end));
  }

  private static void permissions(Json json, RtmPermissions permissions) {
    permissions
        .asMap()
        .forEach((resource, byAccess) -> json.put(
            Names.camelCase(Names.resource(resource)),
            inner -> byAccess.forEach(
                (access, names) -> inner.put(Names.camelCase(Names.access(access)), names))));
  }
}
