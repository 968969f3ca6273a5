package dev.jeton.server.admin.settings;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Words;
import dev.jeton.server.store.Writing;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changed settings in the store, an entry each, under their names; the server reads them from memory. */
final class KeptSettings {
  private static final String KIND = "setting";
  private static final String VALUE = "value";

  private final LiveSettings live;
  private final Map<String, List<String>> held = new HashMap<>();

  private KeptSettings(LiveSettings live) {
    this.live = live;
  }

  /** Takes over what is stored now, and from then on what any node changes. */
  static void follow(LiveSettings live, Snapshot snapshot) {
    KeptSettings kept = new KeptSettings(live);
    snapshot.listen(kept::changed);
  }

  /** Keeps a value; an empty one goes back to the default. */
  static void keep(
      Writing writing, String name, Optional<List<String>> items, String by, Instant now) {
    EntryId id = new EntryId(KIND, name);
    Content content = new Content(document(items), Words.NONE, Map.of());
    Optional<Entry> before = writing.find(id);
    if (before.isPresent()) {
      writing.change(before.get(), content, by, now);
    } else if (items.isPresent()) {
      writing.create(id, content, by, now);
    }
  }

  /** An entry stays when its setting goes back to the default, since no id is used a second time. */
  private static String document(Optional<List<String>> items) {
    return Json.object(json -> items.ifPresent(value -> json.put(VALUE, value))).toString();
  }

  private void changed(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.id().kind().equals(KIND)) {
        take(entry);
      }
    }
    live.hold(held);
  }

  private void take(Entry entry) {
    Fields document = Fields.of(Buffer.buffer(entry.deleted() ? "{}" : entry.document()));
    if (document.has(VALUE)) {
      held.put(entry.id().id(), document.texts(VALUE));
    } else {
      held.remove(entry.id().id());
    }
  }
}
