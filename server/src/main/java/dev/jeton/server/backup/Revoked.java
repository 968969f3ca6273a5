package dev.jeton.server.backup;

import dev.jeton.server.store.Revocations;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was revoked in the store that is there, keys and whole things. It stays revoked. */
final class Revoked {
  private static final String KEYS = "keys";
  private static final String STATE = "state";
  private static final String REVOKED = "revoked";

  /** By entry and key, as their entry's document tells of them. */
  private final Map<String, JsonObject> lines = new HashMap<>();

  /** By entry and what of it, those of the table too, of which no document tells any more. */
  private final Map<String, Instant> times = new HashMap<>();

  /** The members of the spec that are false, by entry. */
  private final Map<String, Set<String>> members = new HashMap<>();

  /** What of the backup was made false, by kind and name. */
  private final Set<String> switchedOff = new TreeSet<>();

  static Revoked in(Handle handle) {
    Revoked revoked = new Revoked();
    handle
        .createQuery("SELECT kind, id, document FROM entries WHERE NOT deleted")
        .scanResultSet((rows, context) -> {
          var row = rows.get();
          while (row.next()) {
            revoked.add(row.getString(1), row.getString(2), row.getString(3));
          }
          return revoked;
        });
    handle
        .createQuery("SELECT kind, entry, what, revoked_at FROM revocations")
        .map((row, context) -> revoked.add(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            Instant.ofEpochMilli(row.getLong(4))))
        .list();
    return revoked;
  }

  boolean isRevoked(String kind, String entry, String key) {
    String place = place(kind, entry, key);
    return lines.containsKey(place) || times.containsKey(place);
  }

  /** The document of a backup, in which they are revoked too. */
  String in(String kind, String entry, String document) {
    if (document.isEmpty()) {
      return document;
    }
    try {
      JsonObject all = new JsonObject(document);
      return revoke(kind, entry, all) ? all.encode() : document;
    } catch (DecodeException | ClassCastException e) {
      // A kind that keeps no keys in this form has none to revoke.
      return document;
    }
  }

  /** What came back switched off, such as {@code open-door call-us}. */
  Set<String> switchedOff() {
    return switchedOff;
  }

  private boolean revoke(String kind, String entry, JsonObject all) {
    JsonArray keys = all.getJsonArray(KEYS, new JsonArray());
    boolean changed = invalidate(kind + "/" + entry, all);
    if (changed) {
      JsonObject spec = all.getJsonObject("spec", new JsonObject());
      switchedOff.add(kind + " " + spec.getString("name", entry));
    }
    for (int i = 0; i < keys.size(); i++) {
      JsonObject key = keys.getJsonObject(i);
      String place = place(kind, entry, key.getString("id"));
      if (isRevoked(kind, entry, key.getString("id")) && !REVOKED.equals(key.getString(STATE))) {
        JsonObject line = lines.get(place);
        keys.set(i, line == null ? dead(key, times.get(place)) : line);
        changed = true;
      }
    }
    return changed;
  }

  private boolean invalidate(String place, JsonObject all) {
    JsonObject spec = all.getJsonObject("spec", new JsonObject());
    boolean changed = false;
    for (String member : members.getOrDefault(place, Set.of())) {
      if (!Boolean.FALSE.equals(spec.getValue(member))) {
        spec.put(member, false);
        changed = true;
      }
    }
    return changed;
  }

  private static JsonObject dead(JsonObject key, @Nullable Instant at) {
    return key.copy().put(STATE, REVOKED).put("endsAt", String.valueOf(at));
  }

  private boolean add(String kind, String entry, String what, Instant at) {
    if (what.startsWith(Revocations.MEMBER)) {
      return members
          .computeIfAbsent(kind + "/" + entry, place -> new HashSet<>())
          .add(what.substring(Revocations.MEMBER.length()));
    }
    return times.put(place(kind, entry, what), at) == null;
  }

  private void add(String kind, String entry, String document) {
    if (!document.contains(REVOKED)) {
      return;
    }
    try {
      JsonArray keys = new JsonObject(document).getJsonArray(KEYS, new JsonArray());
      for (int i = 0; i < keys.size(); i++) {
        JsonObject key = keys.getJsonObject(i);
        if (REVOKED.equals(key.getString(STATE))) {
          lines.put(place(kind, entry, key.getString("id")), key);
        }
      }
    } catch (DecodeException | ClassCastException e) {
      // What cannot be read is replaced by the backup's, which is why somebody restores it.
      return;
    }
  }

  private static String place(String kind, String entry, String key) {
    return kind + "/" + entry + "/" + key;
  }
}
