package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.Service;

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
      table.row("user id", s.userId().isEmpty() ? "none (the app itself)" : s.userId());
    }
    if (service instanceof Service.Rtm2 s) {
      addTo(table, s.permissions());
    }
  }

  private static void addTo(Table table, RtmPermissions permissions) {
    int shown = 0;
    for (var resource : permissions.asMap().entrySet()) {
      for (var access : resource.getValue().entrySet()) {
        if (shown++ < PERMISSIONS_SHOWN) {
          String names = String.join(", ", access.getValue());
          table.row(
              Names.access(access.getKey()) + " " + Names.resource(resource.getKey()),
              names.isEmpty() ? "none" : names);
        }
      }
    }
  }

  static void addTo(Json json, Service service) {
    if (service instanceof Service.OfChannel s) {
      json.put("channel", s.channel().name()).put("user", s.user().wire());
    }
    if (service instanceof Service.OfUser s) {
      json.put("user", s.userId());
    }
    if (service instanceof Service.Apaas s) {
      json.put("room", s.roomUuid()).put("role", s.role());
    }
    if (service instanceof Service.Rtm2 s) {
      json.put("permissions", json(s.permissions()));
    }
  }

  private static Json json(RtmPermissions permissions) {
    Json json = Json.object();
    permissions.asMap().forEach((resource, byAccess) -> {
      Json inner = Json.object();
      byAccess.forEach(
          (access, names) -> inner.putTexts(Names.camelCase(Names.access(access)), names));
      json.put(Names.camelCase(Names.resource(resource)), inner);
    });
    return json;
  }
}
