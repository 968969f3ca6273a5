package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The services of a 007 token with the ends of their privileges.
 *
 * @param complete whether all services are known here
 */
record ServicesReport(
    Instant issuedAt, Instant expiresAt, List<Service> services, boolean complete) {
  /** A made-up token may have thousands of services or privileges; people see the first ones. */
  private static final int SHOWN = 20;

  void addTo(Table table, Instant now) {
    for (Service service : services.subList(0, Math.min(SHOWN, services.size()))) {
      table.heading(ServiceText.name(service));
      ServiceFields.addTo(table, service);
      addPrivileges(table, service, now);
    }
    if (services.size() > SHOWN) {
      table.heading((services.size() - SHOWN) + " more services");
    }
    if (!complete) {
      table.heading("and services of a type that is not known here");
    }
  }

  private void addPrivileges(Table table, Service service, Instant now) {
    Privileges privileges = service.privileges();
    for (int i = 0; i < Math.min(SHOWN, privileges.size()); i++) {
      String name = Names.privilege(service, privileges.id(i));
      table.row(name, TimeText.end(end(privileges.seconds(i)), now));
    }
    if (privileges.size() > SHOWN) {
      table.row("...", (privileges.size() - SHOWN) + " more privileges");
    }
  }

  List<Json> json() {
    return services.stream().map(this::json).toList();
  }

  private Json json(Service service) {
    Privileges privileges = service.privileges();
    List<Json> list = new ArrayList<>(privileges.size());
    for (int i = 0; i < privileges.size(); i++) {
      list.add(Json.object()
          .put("id", privileges.id(i))
          .put("name", Names.privilege(service, privileges.id(i)))
          .put("expiresAt", end(privileges.seconds(i))));
    }
    Json json = Json.object().put("type", service.type()).put("name", Names.service(service));
    ServiceFields.addTo(json, service);
    return json.putObjects("privileges", list);
  }

  /** A privilege has no end of its own where it says 0, and none outlives the token. */
  private Instant end(long seconds) {
    Instant end = issuedAt.plusSeconds(seconds);
    return seconds == 0 || end.isAfter(expiresAt) ? expiresAt : end;
  }
}
