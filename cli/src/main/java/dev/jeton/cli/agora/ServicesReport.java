package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.tokens.agora.Names;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.Service;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The services of a 007 token with the ends of their privileges.
 *
 * @param complete whether all services are known here
 * @param end when a privilege ends, by its number on the wire
 */
record ServicesReport(List<Service> services, boolean complete, LongFunction<Instant> end) {
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
      table.row(name, TimeText.end(end.apply(privileges.seconds(i)), now));
    }
    if (privileges.size() > SHOWN) {
      table.row("...", (privileges.size() - SHOWN) + " more privileges");
    }
  }

  List<Json> json() {
    return services.stream().map(this::json).toList();
  }

  private Json json(Service service) {
    Json json = Json.object().put("type", Names.service(service));
    ServiceFields.addTo(json, service);
    return json.putObjects(
        "privileges",
        PrivilegesJson.of(service.privileges(), id -> Names.privilege(service, id), end));
  }
}
