package dev.jeton.server.callers;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Words;
import dev.jeton.server.store.Writing;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the keys of one caller were used last, as it stands in the store: an entry beside the caller's
 * own, so that the caller keeps its version when it asks.
 */
record StoredUses(Map<String, Instant> byLabel) {
  static final String KIND = "caller-uses";

  static final StoredUses NONE = new StoredUses(Map.of());
  private static final String BY = "server";

  static EntryId id(String callerId) {
    return new EntryId(KIND, callerId);
  }

  /** What cannot be read is no harm; it is written anew. */
  static StoredUses of(Entry entry) {
    if (entry.deleted()) {
      return NONE;
    }
    try {
      Fields labels = Fields.of(Buffer.buffer(entry.document()));
      Map<String, Instant> uses = new TreeMap<>();
      labels.names().forEach(label -> uses.put(label, Instant.parse(labels.text(label))));
      return new StoredUses(uses);
    } catch (Refused | DateTimeParseException e) {
      return NONE;
    }
  }

  boolean areNewerThan(StoredUses others) {
    return byLabel.entrySet().stream()
        .anyMatch(one ->
            one.getValue().isAfter(others.byLabel().getOrDefault(one.getKey(), Instant.MIN)));
  }

  /** Writes them over what stands there; other servers wrote it too, so the later time wins. */
  void write(Writing writing, String callerId, Instant now) {
    Optional<Entry> there = writing.find(id(callerId));
    if (there.isEmpty()) {
      writing.create(id(callerId), content(), BY, now);
    } else if (!there.get().deleted()) {
      writing.change(there.get(), and(of(there.get())).content(), BY, now);
    }
  }

  /** Of the keys that are here, the later of both times. */
  private StoredUses and(StoredUses others) {
    Map<String, Instant> later = new TreeMap<>(byLabel);
    later.replaceAll((label, mine) -> {
      Instant theirs = others.byLabel().getOrDefault(label, mine);
      return theirs.isAfter(mine) ? theirs : mine;
    });
    return new StoredUses(later);
  }

  private Content content() {
    String text = Json.object(
            json -> byLabel.forEach((label, used) -> json.put(label, used.toString())))
        .toString();
    return new Content(text, Words.NONE, Map.of());
  }
}
