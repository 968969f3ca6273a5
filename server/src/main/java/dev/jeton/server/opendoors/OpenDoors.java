package dev.jeton.server.opendoors;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Opening;
import dev.jeton.server.http.Openings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The doors that stand open now. */
final class OpenDoors implements Openings {
  private static final Logger LOG = Logger.getLogger(OpenDoors.class);

  private final Guards guards;
  private volatile Map<String, OpenDoor> byDoor = Map.of();
  private volatile Map<String, OpenDoor> byName = Map.of();

  OpenDoors(Guards guards) {
    this.guards = guards;
  }

  @Override
  public Optional<Opening> of(String door) {
    return Optional.ofNullable(byDoor.get(door));
  }

  Optional<OpenDoor> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  int count() {
    return byDoor.size();
  }

  boolean hasCaptcha() {
    return guards.captcha().isPresent();
  }

  void hold(List<Stored<OpenDoorSpec>> all) {
    Map<String, OpenDoor> before = byName;
    Map<String, OpenDoor> doors = new LinkedHashMap<>();
    Map<String, OpenDoor> names = new LinkedHashMap<>();
    for (Stored<OpenDoorSpec> one : all) {
      if (one.spec().enabled()) {
        OpenDoor open = new OpenDoor(one.id(), one.spec(), guards);
        doors.put(one.spec().door(), open);
        names.put(one.spec().name(), open);
      }
    }
    byDoor = doors;
    byName = names;
    tell(before, names);
  }

  /** Nobody shall be surprised by a door that is open, so the log says it at each start and change. */
  private static void tell(Map<String, OpenDoor> before, Map<String, OpenDoor> after) {
    after.forEach((name, open) -> {
      OpenDoor known = before.get(name);
      if (known == null || !known.spec().equals(open.spec())) {
        LOG.warn(open.spec().line());
      }
    });
    before.forEach((name, open) -> {
      if (!after.containsKey(name)) {
        LOG.warnf(
            "%s is not open to anybody any more (open door %s)", open.spec().door(), name);
      }
    });
  }
}
