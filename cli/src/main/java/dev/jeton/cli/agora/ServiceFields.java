package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a service says besides its privileges. */
final class ServiceFields {
  private static final int PERMISSIONS_SHOWN = 20;

  private ServiceFields() {}

  static void addTo(Table table, Service service) {
    if (service instanceof Service.OfChannel s) {
      table.row(
          "channel",
          s.channel().name().isEmpty() ? "every channel" : s.channel().name());
      table.row("user", s.user().wire().isEmpty() ? "anyone (uid 0)" : s.user().wire());
    }
    if (service instanceof Service.Apaas s) {
      table.row("room", s.roomUuid().isEmpty() ? "none" : s.roomUuid());
      table.row("role", s.role() == Service.Apaas.NO_ROLE ? "none" : Integer.toString(s.role()));
    }
    if (service instanceof Service.OfUser s) {
      table.row("user", s.userId().isEmpty() ? "none (the app itself)" : s.userId());
    }
    if (service instanceof Service.Rtm2 s) {
      permissions(s.permissions()).stream()
          .limit(PERMISSIONS_SHOWN)
          .forEach(permission -> table.row(
              permission.access() + " " + permission.resource(),
              String.join(", ", permission.names())));
    }
  }

  static void addTo(Json json, Service service) {
    if (service instanceof Service.OfChannel s) {
      json.put("channel", s.channel().name()).put("user", s.user().wire());
    }
    if (service instanceof Service.Apaas s) {
      json.put("room", s.roomUuid()).put("role", s.role());
    }
    if (service instanceof Service.OfUser s) {
      json.put("user", s.userId());
    }
    if (service instanceof Service.Rtm2 s) {
      json.putObjects(
          "permissions",
          permissions(s.permissions()).stream()
              .map(permission -> Json.object()
                  .put("resource", permission.resource())
                  .put("access", permission.access())
                  .putTexts("names", permission.names()))
              .toList());
    }
  }

  private record Permission(String resource, String access, List<String> names) {}

  private static List<Permission> permissions(RtmPermissions permissions) {
    List<Permission> list = new ArrayList<>();
    permissions
        .asMap()
        .forEach((resource, byAccess) ->
            byAccess.forEach((access, names) -> list.add(new Permission(
                word(RtmPermissions.Resource.values(), resource),
                word(RtmPermissions.Access.values(), access),
                names))));
    return list;
  }

  /** The numbers on the wire are the positions of the constants; an unknown one stays a number. */
  private static String word(Enum<?>[] constants, int number) {
    return number < constants.length
        ? constants[number].name().toLowerCase(Locale.ROOT).replace('_', '-')
        : Integer.toString(number);
  }
}
