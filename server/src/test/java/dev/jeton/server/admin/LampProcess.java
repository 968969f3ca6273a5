package dev.jeton.server.admin;

import dev.jeton.server.audit.AuditParts;
import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.StoreSettings;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Store, vault, audit and the administration of lamps as a process without a framework, which starts
 * sooner than the server. Its folder is the working folder's {@code data}, as the server's is.
 */
public final class LampProcess {
  private static final String BEARER = "Authorization: Bearer ";

  private LampProcess() {}

  /** What starts it. */
  public static List<String> command(StoreSettings settings) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx96m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        LampProcess.class.getName()));
    if (settings instanceof StoreSettings.Postgres postgres) {
      command.addAll(List.of(postgres.url(), postgres.user().orElseThrow()));
    }
    return command;
  }

  /** Takes nothing for a file in its folder, or the address and the user of a PostgreSQL database. */
  public static void main(String... args) throws Exception {
    Path data = Files.createDirectories(Path.of("data"));
    StoreSettings settings = args.length == 0
        ? StoreSettings.Sqlite.in(data)
        : new StoreSettings.Postgres(args[0], Optional.of(args[1]), Optional.empty());
    Clock clock = Clock.systemUTC();
    Database database = Database.open(settings);
    VaultStart looked = Vault.look(
        new VaultSettings.InFile(data.resolve("master.key"), true), database, new SecureRandom());
    Files.writeString(data.resolve("admin.token"), TestServer.PROOF.substring(BEARER.length()));
    GroupCommitLog audit = audit(AuditSettings.in(data), clock);
    database.migrate();
    Vault vault = looked.open(clock);
    Store store = new Store(database);
    Administration administration = new Administration(
        List.of(new LampKind()),
        List.of(),
        store,
        Snapshot.load(store, clock),
        vault,
        audit,
        clock,
        new SecureRandom(),
        new Reveals(new RevealSettings(false, 1)));
    TestServer server = new TestServer(audit, administration);
    System.out.println("listening on " + server.client.url(""));
  }

  private static GroupCommitLog audit(AuditSettings settings, Clock clock) throws Exception {
    AuditParts parts = AuditParts.real(
        settings, clock, LampProcess::later, LampProcess::daemon, new SecureRandom());
    return GroupCommitLog.start(settings, parts);
  }

  private static void later(Duration delay, Runnable task) {
    Executor then = CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS);
    then.execute(task);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "audit");
    thread.setDaemon(true);
    return thread;
  }
}
