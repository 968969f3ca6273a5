package dev.jeton.server.backup;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import io.vertx.core.buffer.Buffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * What stands before the rows.
 *
 * @param schema the version of the tables that it was made from
 * @param revision that of the store at that moment
 * @param masterKeys the ids of the master keys that open it
 */
record Head(
    Instant createdAt,
    int schema,
    long revision,
    List<String> masterKeys,
    List<Part> parts,
    List<NodeKey> nodeKeys) {
  static final int MOST_BYTES = 1 << 20;

  Head {
    masterKeys = List.copyOf(masterKeys);
    parts = List.copyOf(parts);
    nodeKeys = List.copyOf(nodeKeys);
  }

  byte[] json() {
    return Json.object(json -> json.put("createdAt", createdAt)
            .put("schema", schema)
            .put("revision", revision)
            .put("masterKeys", masterKeys)
            .putEach("tables", parts.stream().map(Part::json).toList())
            .putEach("nodeKeys", nodeKeys.stream().map(NodeKey::json).toList()))
        .getBytes();
  }

  /**
   * Reads it.
   *
   * @param newest the newest version of the tables that this server knows
   */
  static Head read(byte[] bytes, int newest) throws BackupUnusable {
    try {
      Fields json = Fields.of(Buffer.buffer(bytes));
      int schema = (int) json.whole("schema", 1, Integer.MAX_VALUE);
      if (schema > newest) {
        throw BackupUnusable.because("the backup is of a newer Jeton (its tables are of version "
            + schema
            + ", this one knows "
            + newest
            + "); restore it with that one");
      }
      List<Part> parts = json.objects("tables").stream().map(Part::read).toList();
      refuseOtherOrder(parts);
      return new Head(
          Instant.parse(json.text("createdAt")),
          schema,
          json.whole("revision", 0, Long.MAX_VALUE / 2),
          json.texts("masterKeys"),
          parts,
          json.objects("nodeKeys").stream().map(NodeKey::read).toList());
    } catch (Part.Unknown e) {
      throw BackupUnusable.because(
          "the backup has something that this server does not know (" + e.getMessage() + ")");
    } catch (Refused | DateTimeException | IllegalArgumentException e) {
      throw BackupUnusable.damaged();
    }
  }

  /** The order in which they can be restored; no table comes twice. */
  private static void refuseOtherOrder(List<Part> parts) throws BackupUnusable {
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i - 1).table().compareTo(parts.get(i).table()) >= 0) {
        throw BackupUnusable.damaged();
      }
    }
  }

  /** How many rows of a table it announces. */
  long rows(Table table) {
    return parts.stream()
        .filter(part -> part.table() == table)
        .mapToLong(Part::rows)
        .sum();
  }
}
