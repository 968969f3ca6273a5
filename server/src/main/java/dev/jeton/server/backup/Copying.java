package dev.jeton.server.backup;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.store.Database;
import dev.jeton.server.vault.KeyFile;
import dev.jeton.server.vault.Vault;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Makes a backup of a store at one moment, while others go on writing. */
final class Copying {
  private static final int FETCHED_AT_ONCE = 500;

  private final Database database;
  private final Vault vault;
  private final Path folder;
  private final List<String> keyFiles;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Copies from there.
   *
   * @param folder where the key files lie
   */
  Copying(
      Database database,
      Vault vault,
      Path folder,
      List<String> keyFiles,
      InstantSource clock,
      RandomGenerator random) {
    this.database = database;
    this.vault = vault;
    this.folder = folder;
    this.keyFiles = keyFiles.stream().sorted().toList();
    this.clock = clock;
    this.random = random;
  }

  /** What was made. */
  record Made(Head head, String digest) {}

  /** Another node rotated the keys at just that moment. */
  static final class KeysMoved extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Made copy(OutputStream file, Optional<Secret> passphrase) throws IOException {
    Prelude prelude = Prelude.create(passphrase, random);
    vault.refresh();
    List<NodeKey> nodeKeys = nodeKeys();
    try {
      return database.readAtOneMoment(handle -> copy(handle, file, prelude, nodeKeys));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<NodeKey> nodeKeys() throws IOException {
    List<NodeKey> keys = new ArrayList<>();
    for (String name : keyFiles) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        byte[] sealed = vault.seal(line(file), NodeKey.identity(name));
        keys.add(new NodeKey(name, Bytes.copyFrom(sealed)));
      }
    }
    return keys;
  }

  private Secret line(Path file) throws IOException {
    try {
      return KeyFile.readOrMake(file, random);
    } catch (KeyFile.Unusable e) {
      throw new IOException(e.line(), e);
    }
  }

  private Made copy(Handle handle, OutputStream file, Prelude prelude, List<NodeKey> nodeKeys) {
    List<Part> parts = Stream.of(Table.values())
        .map(table -> new Part(table, table.columns(), count(handle, table)))
        .toList();
    Head head = new Head(
        clock.instant(),
        Database.schema(),
        number(handle, "SELECT revision FROM store_state"),
        handle
            .createQuery("SELECT DISTINCT master_key FROM data_keys ORDER BY master_key")
            .mapTo(String.class)
            .list(),
        parts,
        nodeKeys);
    refuseStrangers(handle, nodeKeys);
    try (BackupWriter writer = new BackupWriter(file, prelude, head)) {
      for (Part part : parts) {
        rows(handle, part, writer);
      }
      return new Made(head, writer.finish());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is sealed under a key that the copy lacks could never be opened. */
  private void refuseStrangers(Handle handle, List<NodeKey> nodeKeys) {
    List<String> ids =
        handle.createQuery("SELECT id FROM data_keys").mapTo(String.class).list();
    if (!nodeKeys.stream()
        .allMatch(key -> ids.contains(vault.dataKeyOf(key.sealed().toByteArray())))) {
      throw new KeysMoved();
    }
  }

  private static long count(Handle handle, Table table) {
    return number(handle, "SELECT count(*) FROM " + table.sql());
  }

  private static long number(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  private static void rows(Handle handle, Part part, BackupWriter writer) {
    List<Column> columns = part.columns();
    String names = String.join(", ", columns.stream().map(Column::name).toList());
    handle
        .createQuery("SELECT " + names + " FROM " + part.table().sql())
        .setFetchSize(FETCHED_AT_ONCE)
        .scanResultSet((rows, context) -> {
          var row = rows.get();
          while (row.next()) {
            List<Object> values = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
              values.add(columns.get(i).of(row, i + 1));
            }
            write(writer, columns, values);
          }
          return part;
        });
  }

  private static void write(BackupWriter writer, List<Column> columns, List<Object> values) {
    try {
      writer.row(columns, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
