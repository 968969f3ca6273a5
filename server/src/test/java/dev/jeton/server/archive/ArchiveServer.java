package dev.jeton.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditParts;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.GroupCommitLog;
import dev.jeton.server.audit.People;
import dev.jeton.server.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server's audit files and their copy, with the time in the test's hand. */
public final class ArchiveServer implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
  static final Filter ALL = new Filter(null, null, null, null, null, null, null, null, null);

  final Path folder;
  final Database database;
  public final GroupCommitLog log;
  public final Archive archive;
  final Copier copier;
  Instant now = START;

  public ArchiveServer(Path data, Database database) throws IOException {
    this(data, database, Optional.empty());
  }

  ArchiveServer(Path data, Database database, Optional<Duration> retention) throws IOException {
    this.database = database;
    AuditSettings usual = AuditSettings.in(data);
    AuditSettings settings = new AuditSettings(
        usual.folder(), Duration.ofSeconds(30), 20_000, usual.queueRows(), usual.foldInterval());
    folder = settings.folder();
    InstantSource clock = () -> now;
    log = GroupCommitLog.start(
        settings,
        AuditParts.real(
            settings, clock, (delay, task) -> {}, ArchiveServer::thread, new SecureRandom()));
    while (!lines().stream().reduce("", (a, b) -> b).contains("\"event\":\"server-started\"")) {
      Thread.onSpinWait();
    }
    Random random = new Random(data.hashCode());
    archive = new Archive(settings, new ArchiveSettings(retention), database, log, clock, random);
    copier = archive.copier();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "audit");
    thread.setDaemon(true);
    return thread;
  }

  static AuditRow row(String request) {
    return new AuditRow(
        "agora-mint",
        "minted",
        null,
        "app",
        request,
        "/rtctoken",
        "agora",
        Map.of("project", "shop", "appId", "970CA35de60c44645bbae8a215061b33"),
        List.of());
  }

  /** Rows that differ in their request, each on the disk when this returns. */
  public void write(AuditRow... rows) {
    CompletableFuture<AuditOutcome> done = new CompletableFuture<>();
    log.append(List.of(rows), Runnable::run, done::complete);
    assertThat(done.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(AuditOutcome.WRITTEN);
  }

  public void writeAbout(String person, String request) {
    write(row(request).about(People.NONE.and("user", person)));
  }

  void write(int count) {
    AuditRow[] rows = new AuditRow[count];
    for (int i = 0; i < count; i++) {
      rows[i] = row("r-" + i);
    }
    write(rows);
  }

  /** Copies until all is copied. */
  public void copy() throws IOException {
    boolean more;
    do {
      more = copier.round();
    } while (more);
  }

  /** Works as the background does until nothing is left. */
  void workAll() {
    Duration pause;
    do {
      pause = archive.work();
    } while (!pause.equals(CopyRounds.IDLE));
  }

  String node() throws IOException {
    return copier.position().node();
  }

  /** The lines of all files. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; Files.exists(file(i, "jsonl")); i++) {
      lines.addAll(Files.readAllLines(file(i, "jsonl")));
    }
    return lines;
  }

  Path file(int number, String ending) {
    return folder.resolve("%06d.%s".formatted(number, ending));
  }

  /** The clear texts of all files. */
  String names() throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 1; Files.exists(file(i, "jsonl")); i++) {
      if (Files.exists(file(i, "names"))) {
        names.append(Files.readString(file(i, "names")));
      }
    }
    return names.toString();
  }

  List<String> stored() throws IOException {
    String node = node();
    return database.read(handle -> handle
        .createQuery("SELECT line FROM audit_rows WHERE node = :node ORDER BY seq")
        .bind("node", node)
        .mapTo(String.class)
        .list());
  }

  /** The clear texts in the store, of all servers. */
  List<String> storedNames() {
    return database.read(handle -> handle
        .createQuery("SELECT text FROM audit_names ORDER BY text")
        .mapTo(String.class)
        .list());
  }

  List<String> find(Filter filter) {
    List<String> lines = new ArrayList<>();
    Cursor after = null;
    do {
      Found found = archive.search(new Wish(filter, true, true, 3, after));
      lines.addAll(found.lines());
      after = found.next();
    } while (after != null);
    return lines;
  }

  static Filter person(String person) {
    return new Filter(null, null, person, null, null, null, null, null, null);
  }

  Checked check() throws IOException {
    Place after = null;
    while (true) {
      Checked part = archive.check(after);
      after = part.next();
      if (after == null) {
        return part;
      }
    }
  }

  Checked.@Nullable Fault fault() throws IOException {
    return check().fault();
  }

  public void sql(String statement) {
    database.write(handle -> handle.execute(statement));
  }

  @Override
  public void close() {
    log.close();
  }
}
