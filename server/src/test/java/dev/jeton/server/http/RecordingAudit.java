package dev.jeton.server.http;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** An audit log that a test can look into and break. */
public final class RecordingAudit implements AuditLog {
  public final List<AuditRow> rows = new CopyOnWriteArrayList<>();
  public final List<AuditRow> notes = new CopyOnWriteArrayList<>();
  public volatile boolean broken;

  @Override
  public void append(List<AuditRow> added, Executor completeOn, Consumer<AuditOutcome> done) {
    if (broken) {
      completeOn.execute(() -> done.accept(new AuditOutcome.Unavailable("broken by the test")));
      return;
    }
    rows.addAll(added);
    completeOn.execute(() -> done.accept(new AuditOutcome.Written()));
  }

  @Override
  public void note(AuditRow row) {
    notes.add(row);
  }
}
