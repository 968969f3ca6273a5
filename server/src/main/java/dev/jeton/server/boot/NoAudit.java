package dev.jeton.server.boot;

import dev.jeton.server.audit.AuditLog;
import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Stands where an audit log is missing: nothing is minted without one. */
@Singleton
@DefaultBean
class NoAudit implements AuditLog {
  @Override
  public void append(List<AuditRow> rows, Executor completeOn, Consumer<AuditOutcome> done) {
    completeOn.execute(() -> done.accept(new AuditOutcome.Unavailable("there is no audit log")));
  }

  @Override
  public void note(AuditRow row) {}
}
