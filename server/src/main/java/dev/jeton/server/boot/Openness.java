package dev.jeton.server.boot;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.callers.CallersInStore;
import dev.jeton.server.http.HttpSettings;
import dev.jeton.server.opendoors.OpenDoorsInStore;
import dev.jeton.server.settings.Settings;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.Glance;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.StoreSettings;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a server that others can reach from starting while nobody could prove to be a caller, unless the
 * settings say who may ask, or an operator opened a door to everybody, which says so for that door
 * alone. The operator's token alone is no proof of a caller.
 */
final class Openness {
  private Openness() {}

  /** Looks into the store before it is opened, so that it can be told together with other faults. */
  static void look(Settings settings) throws StartFault {
    if (isUndecided(settings)) {
      Optional<List<String>> callers = glance(settings, CallersInStore.KIND);
      Optional<List<String>> doors = glance(settings, OpenDoorsInStore.KIND);
      if (callers.isPresent() && doors.isPresent()) {
        refuseWithout(callers.get(), doors.get(), settings);
      }
    }
  }

  /** The same with the store open, in case that nobody could look into it before. */
  static void check(Settings settings, Snapshot snapshot) throws StartFault {
    if (isUndecided(settings)) {
      refuseWithout(
          documents(snapshot, CallersInStore.KIND),
          documents(snapshot, OpenDoorsInStore.KIND),
          settings);
    }
  }

  private static Optional<List<String>> glance(Settings settings, String kind) {
    return Glance.documents(settings.get(StoreSettings.class), kind);
  }

  private static List<String> documents(Snapshot snapshot, String kind) {
    return snapshot.entries().stream()
        .filter(entry -> entry.id().kind().equals(kind))
        .map(Entry::document)
        .toList();
  }

  private static boolean isUndecided(Settings settings) throws StartFault {
    return !settings.get(AccessSettings.class).decided()
        && Surroundings.beyondLoopback(settings.get(HttpSettings.class));
  }

  private static void refuseWithout(List<String> callers, List<String> doors, Settings settings)
      throws StartFault {
    if (!CallersInStore.any(callers) && !OpenDoorsInStore.any(doors)) {
      throw StartFault.setting("http.host is "
          + settings.get(HttpSettings.class).host()
          + ", which others can reach, but no caller is registered that could prove itself, and"
          + " admin.token is the operator's alone; keep 127.0.0.1 and register one first (jeton"
          + " caller create NAME), or open a single door to everybody (jeton open-door create), or set"
          + " access.anonymous to nobody"
          + " (JETON_ACCESS_ANONYMOUS=nobody) to ask everybody from elsewhere for a proof that"
          + " nobody has yet, or to anyone (JETON_ACCESS_ANONYMOUS=anyone) to let everybody who"
          + " reaches it have tokens");
    }
  }
}
