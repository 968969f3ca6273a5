package dev.jeton.server.admin.settings;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.LiveSetting;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.store.Words;
import dev.jeton.server.store.Writing;
import dev.jeton.server.vault.CannotOpen;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Sealer;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The changed settings in the store, an entry each, under their names; the server reads them from memory. */
final class KeptSettings {
  private static final String KIND = "setting";
  private static final String VALUE = "value";
  private static final String NOTHING = "{}";
  private static final Logger LOG = Logger.getLogger(KeptSettings.class);

  private final LiveSettings live;
  private final Sealer sealer;
  private final Map<String, List<String>> held = new HashMap<>();
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private KeptSettings(LiveSettings live, Sealer sealer) {
    this.live = live;
    this.sealer = sealer;
  }

  /** Takes over what is stored now, and from then on what any node changes. */
  static KeptSettings follow(LiveSettings live, Snapshot snapshot, Sealer sealer) {
    KeptSettings kept = new KeptSettings(live, sealer);
    snapshot.listen(kept::changed);
    return kept;
  }

  /** What the store has of a setting. */
  Optional<Entry> entry(LiveSetting<?> setting) {
    return Optional.ofNullable(entries.get(setting.name()));
  }

  /** Rises with every change of any of them. */
  long version() {
    return version(entries.values());
  }

  /** Refuses a change of what has become something else since the client saw it. */
  void require(Writing writing, long seen) {
    List<Entry> present = live.all().stream()
        .flatMap(setting -> writing.find(new EntryId(KIND, setting.name())).stream())
        .toList();
    long version = version(present);
    present.stream()
        .filter(entry -> version != seen)
        .max(Comparator.comparingLong(Entry::revision))
        .ifPresent(last -> {
          throw new Refused(new Problem(
              409,
              "stale",
              last.changedBy() + " changed " + last.id().id() + " at " + last.changedAt()
                  + " (version " + version + ", yours is of " + seen
                  + "); look at them again and repeat your change"));
        });
  }

  private static long version(Collection<Entry> entries) {
    return entries.stream().mapToLong(Entry::version).sum();
  }

  /** Keeps a value; an empty one goes back to the default. */
  void keep(
      Writing writing,
      LiveSetting<?> setting,
      Optional<List<String>> items,
      String by,
      Instant now) {
    EntryId id = new EntryId(KIND, setting.name());
    Content content = setting.key().secret() && items.isPresent()
        ? new Content(NOTHING, Words.NONE, Map.of(VALUE, sealed(setting.name(), document(items))))
        : new Content(document(items), Words.NONE, Map.of());
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

  private SealedSecret sealed(String name, String document) {
    byte[] blob = sealer.sealBytes(document.getBytes(StandardCharsets.UTF_8), identity(name));
    return new SealedSecret(blob, sealer.dataKeyOf(blob));
  }

  private static String identity(String name) {
    return SealIdentity.ofSecret(KIND, name, VALUE);
  }

  /** What cannot be read is left to its default, and the store tells it again later. */
  private void changed(List<Entry> changes) {
    boolean all = true;
    for (Entry entry : changes) {
      if (entry.id().kind().equals(KIND)) {
        all &= take(entry);
      }
    }
    live.hold(held);
    if (!all) {
      throw new IllegalStateException("not all settings could be read");
    }
  }

  private boolean take(Entry entry) {
    String name = entry.id().id();
    entries.put(name, entry);
    held.remove(name);
    try {
      Fields document = document(entry);
      if (document.has(VALUE)) {
        held.put(name, document.texts(VALUE));
      }
      return true;
    } catch (CannotOpen | StoreUnavailable | Refused e) {
      LOG.errorf("the setting %s cannot be read with the keys that are here", name);
      return false;
    }
  }

  private Fields document(Entry entry) {
    SealedSecret sealed = entry.secrets().get(VALUE);
    if (sealed != null) {
      return Fields.of(
          Buffer.buffer(sealer.openBytes(sealed.blob(), identity(entry.id().id()))));
    }
    return Fields.of(Buffer.buffer(entry.deleted() ? NOTHING : entry.document()));
  }
}
