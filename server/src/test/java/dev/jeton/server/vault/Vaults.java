package dev.jeton.server.vault;

import dev.jeton.server.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/** Vaults over a database for tests, and rows in it as other rooms write them. */
final class Vaults {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private Vaults() {}

  static Vault open(VaultSettings settings, Database database, int seed) throws VaultUnusable {
    return Vault.look(settings, database, new Random(seed)).open(CLOCK);
  }

  static String text(int seed) {
    return LocalMasterKey.newText(new Random(seed));
  }

  static String idOf(String text) throws VaultUnusable {
    return MasterKeys.read(text, "a test").primary().id();
  }

  static void store(Database database, Vault vault, String entry, String id, byte[] blob) {
    database.write(handle -> handle.execute(
        "INSERT INTO secrets (kind, entry, id, blob, data_key) VALUES ('thing', ?, ?, ?, ?)",
        entry,
        id,
        blob,
        vault.dataKeyOf(blob)));
  }

  static void keep(Database database, Vault vault, String caller, byte[] answer) {
    database.write(handle -> handle.execute(
        "INSERT INTO kept_answers (caller, request_key, fingerprint, answer, data_key, ends_at)"
            + " VALUES (?, 'r', 'f', ?, ?, 0)",
        caller,
        answer,
        vault.dataKeyOf(answer)));
  }

  static byte[] blob(Database database, String entry, String id) {
    return database.read(handle -> handle
        .createQuery("SELECT blob FROM secrets WHERE entry = :entry AND id = :id")
        .bindMap(Map.of("entry", entry, "id", id))
        .mapTo(byte[].class)
        .one());
  }

  static void change(Database database, String entry, String id, byte[] blob) {
    database.write((Handle handle) ->
        handle.execute("UPDATE secrets SET blob = ? WHERE entry = ? AND id = ?", blob, entry, id));
  }
}
