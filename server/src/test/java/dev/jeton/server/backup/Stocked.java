package dev.jeton.server.backup;

import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.OfflineLog;
import dev.jeton.server.store.Consumed;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.EntryId;
import dev.jeton.server.store.Revocations;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import dev.jeton.server.store.Words;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultUnusable;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A store in a folder of its own, with a vault and lamps in it, and what restores need. */
final class Stocked implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final String KEY = "jmk1_" + "A".repeat(43);
  static final VaultSettings MASTER = new VaultSettings.Given(Secret.ofText(KEY));
  static final String LINE = "x".repeat(40);

  final Path folder;
  final Database database;
  final Store store;

  Stocked(Dialect dialect, Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.database = Stores.database(dialect, folder);
    this.store = new Store(database);
  }

  Vault vault() throws VaultUnusable {
    return Vault.look(MASTER, database, new Random(3)).open(() -> NOW);
  }

  /** A lamp with one sealed secret. */
  Entry lamp(String name, String secret) throws VaultUnusable {
    EntryId id = new EntryId("lamp", name);
    return store.write(writing -> writing.create(id, content(id, "active", secret), "ann", NOW));
  }

  /** An entry that is a revocation itself. */
  Entry revocation(String id) {
    Content content = new Content("{\"platform\":\"lamps\"}", Words.NONE, Map.of());
    return store.write(
        writing -> writing.create(new EntryId(Revocations.KIND, id), content, "ann", NOW));
  }

  /** The same lamp with the key in another state. */
  Entry change(Entry lamp, String state, String secret) {
    return store.write(
        writing -> writing.change(lamp, content(lamp.id(), state, secret), "bob", NOW));
  }

  private Content content(EntryId id, String state, String secret) {
    try {
      Vault vault = vault();
      byte[] blob =
          vault.seal(Secret.ofText(secret), SealIdentity.ofSecret(id.kind(), id.id(), "k1"));
      String document = "{\"spec\":{\"name\":\"" + id.id()
          + "\"},\"keys\":[{\"id\":\"k1\",\"state\":\"" + state + "\"}]}";
      Map<String, SealedSecret> secrets = state.equals("active")
          ? Map.of("k1", new SealedSecret(blob, vault.dataKeyOf(blob)))
          : Map.of();
      return new Content(document, new Words(Map.of("name", id.id())), secrets);
    } catch (VaultUnusable e) {
      throw new IllegalStateException(e);
    }
  }

  void revoke(Entry lamp, String what) {
    store.write(writing -> {
      Revocations.add(writing, lamp.id().kind(), lamp.id().id(), what, NOW);
      return writing.revision();
    });
  }

  void use(String mark, Instant endsAt) {
    new Consumed(database).consume("ticket", List.of(mark), endsAt);
  }

  List<String> marks() {
    return database.read(handle -> handle
        .createQuery("SELECT mark, ends_at FROM consumed ORDER BY mark")
        .map((row, context) -> row.getString(1) + " " + Instant.ofEpochMilli(row.getLong(2)))
        .list());
  }

  Copying copying() throws VaultUnusable {
    return new Copying(
        database, vault(), folder, List.of("uid.key", "other.key"), () -> NOW, new Random(5));
  }

  Path backup(Optional<Secret> passphrase) throws Exception {
    Path file = folder.resolve("jeton.backup");
    try (OutputStream out = Files.newOutputStream(file)) {
      copying().copy(out, passphrase);
    }
    return file;
  }

  static Restoration check(Path file, Optional<Secret> passphrase) throws BackupUnusable {
    return Restoration.check(file, passphrase, MASTER, new Random(1), () -> NOW);
  }

  Set<String> restore(Path file, boolean replace) throws Exception {
    try (OfflineLog audit = OfflineLog.open(AuditSettings.in(folder), () -> NOW, new Random(8))) {
      return check(file, Optional.empty())
          .into(new Restoration.Target(folder, database, audit), replace);
    }
  }

  String opened(String lamp) throws VaultUnusable {
    byte[] blob = database.read(handle -> handle
        .createQuery("SELECT blob FROM secrets WHERE entry = :entry")
        .bind("entry", lamp)
        .mapTo(byte[].class)
        .one());
    return new String(
        vault().openBytes(blob, SealIdentity.ofSecret("lamp", lamp, "k1")), StandardCharsets.UTF_8);
  }

  Entry entry(String lamp) {
    return store.changedSince(0).stream()
        .filter(entry -> entry.id().id().equals(lamp))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    database.close();
  }
}
