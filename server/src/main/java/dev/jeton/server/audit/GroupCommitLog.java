package dev.jeton.server.audit;

import dev.jeton.server.audit.chain.ChainLine;
import dev.jeton.server.audit.chain.ChainWriter;
import dev.jeton.server.audit.chain.Erased;
import dev.jeton.server.audit.chain.FolderLock;
import dev.jeton.server.audit.chain.NamesEraser;
import dev.jeton.server.audit.chain.PersonHash;
import dev.jeton.server.audit.chain.PersonMark;
import dev.jeton.server.audit.chain.SegmentFolder;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** The audit log on a chain of files, written by one thread for all callers. */
public final class GroupCommitLog implements AuditLog, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());

  private final Inbox inbox;
  private final FoldedNotes notes;
  private final Wakeups wakeups;
  private final Tally tally;
  private final Health health;
  private final Thread writer;
  private final AuditSettings settings;
  private final LiveErasure erasure;
  private final byte[] key;

  private GroupCommitLog(
      AuditSettings settings, AuditParts parts, Closeable folder, ChainWriter chain, byte[] key) {
    this.settings = settings;
    tally = new Tally();
    health = new Health();
    inbox = new Inbox(parts.nanos(), settings.deadline(), settings.queueRows());
    notes = new FoldedNotes(parts.clock(), tally);
    NoteFlush flush = new NoteFlush(notes, new DiskRoom(parts.disk(), parts.nanos()));
    wakeups = new Wakeups(parts.alarm(), settings, inbox, notes, flush, tally);
    tally.lastSeq = chain.lastSeq();
    this.key = key.clone();
    OwnRows own = new OwnRows();
    if (chain.cutAtResume() > 0) {
      own.add("torn-line-cut", Map.of("bytes", Long.toString(chain.cutAtResume())));
    }
    own.add("server-started", Map.of());
    RowLine lines = new RowLine(chain, key);
    Batch batch = new Batch(chain, lines, own, flush, parts.clock());
    Errands errands = new Errands();
    erasure = new LiveErasure(parts.folder(), errands, batch, settings.deadline());
    writer = parts
        .threads()
        .newThread(new CommitLoop(inbox, batch, own, wakeups, tally, health, errands, folder));
  }

  /**
   * Goes on with the chain in the folder, or begins one.
   *
   * @throws IOException if the folder is in use or cannot be used; the message of a {@link
   *     dev.jeton.server.audit.chain.ChainFault} is meant to be shown as it is
   */
  public static GroupCommitLog start(AuditSettings settings, AuditParts parts) throws IOException {
    FolderLock lock = FolderLock.on(settings.folder());
    ExecutorService forcing = Executors.newSingleThreadExecutor(parts.threads());
    try {
      Path keyFile = settings.folder().resolveSibling(settings.folder().getFileName() + ".key");
      byte[] key = AuditKey.readOrMake(keyFile, parts.random());
      ChainWriter chain = ChainWriter.resume(parts.folder(), settings.segmentBytes(), forcing);
      Closeable folder = () -> {
        forcing.shutdown();
        lock.close();
      };
      GroupCommitLog log = new GroupCommitLog(settings, parts, folder, chain, key);
      log.inbox.call();
      log.writer.start();
      return log;
    } catch (IOException | RuntimeException e) {
      forcing.shutdown();
      lock.close();
      throw e;
    }
  }

  @Override
  public void append(List<AuditRow> rows, Executor completeOn, Consumer<AuditOutcome> done) {
    for (AuditRow row : rows) {
      if (!ChainLine.holds(row.details()) || !ChainLine.holdsPeople(row.people().byRole())) {
        throw new IllegalArgumentException(
            "the details of an audit row of " + row.event() + " are too long to be kept whole");
      }
    }
    Append append = new Append(rows, completeOn, done);
    Inbox.Offered offered = inbox.offer(append);
    if (offered.refusal() != null) {
      tally.unavailable.increment();
      Answers.give(List.of(append), new AuditOutcome.Unavailable(offered.refusal()));
    } else if (offered.setAlarm()) {
      wakeups.atDeadline();
    }
  }

  @Override
  public void note(AuditRow row) {
    if (notes.add(row)) {
      wakeups.atEndOfInterval();
    }
  }

  /**
   * Takes the clear text of a person out of all that was recorded up to now. It blocks, for as long as
   * it takes to read the files of names; rows go on being written. Whoever asks for it records it, with
   * {@link Erased#EVENT} and {@link Erased#details}.
   *
   * @param person a user name, uid, account or public key, exactly as it was recorded
   * @throws IOException if the files cannot be read or written now; another try goes on with the rest
   */
  public Erased erase(String person) throws IOException {
    return erase(folder -> NamesEraser.of(folder, new PersonHash(key), person));
  }

  /** The same for a person of whom only the {@link PersonMark} is known. */
  public Erased eraseMarked(String mark) throws IOException {
    return erase(folder -> NamesEraser.marked(folder, mark));
  }

  private Erased erase(Function<SegmentFolder, NamesEraser> eraser) throws IOException {
    return erasure.erase(eraser, () -> {
      // What has gathered may name the person: it is written before, not after.
      notes.end();
      inbox.call();
    });
  }

  /** The number of the last row that is on the disk, for whoever follows the files. */
  public long lastSeq() {
    return tally.lastSeq;
  }

  /** Makes the hash under which a person stands in the rows. */
  public String hashOf(String person) {
    return new PersonHash(key).of(person);
  }

  public AuditState state() {
    return inbox.stuck() ? new AuditState.Failing(Inbox.STUCK) : health.state();
  }

  public AuditFigures figures() {
    return tally.figures();
  }

  /**
   * Takes no more rows, writes those that wait, says so in the file and lets go of the folder. A
   * writer that does not come to an end within the deadline is left behind.
   */
  @Override
  public void close() {
    inbox.stop();
    try {
      writer.join(settings.deadline().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (writer.isAlive()) {
      LOG.log(Level.ERROR, "audit: stopped without its last rows: {0}", Inbox.STUCK);
    }
  }
}
