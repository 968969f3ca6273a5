package dev.jeton.server.backup;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The key versions that were revoked in the store that is there. They stay revoked. */
final class Revoked {
  private static final String KEYS = "keys";
  private static final String STATE = "state";
  private static final String REVOKED = "revoked";

  /** By entry and key, as their entry's document tells of them. */
  private final Map<String, JsonObject> lines = new HashMap<>();

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
    return revoked;
  }

  boolean isRevoked(String kind, String entry, String key) {
    return lines.containsKey(place(kind, entry, key));
  }

  /** The document of a backup, in which they are revoked too. */
  String in(String kind, String entry, String document) {
    if (lines.isEmpty() || document.isEmpty()) {
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

  private boolean revoke(String kind, String entry, JsonObject all) {
    JsonArray keys = all.getJsonArray(KEYS, new JsonArray());
    boolean changed = false;
    for (int i = 0; i < keys.size(); i++) {
      JsonObject key = keys.getJsonObject(i);
      JsonObject line = lines.get(place(kind, entry, key.getString("id")));
      if (line != null && !REVOKED.equals(key.getString(STATE))) {
        keys.set(i, line);
        changed = true;
      }
    }
    return changed;
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
