package dev.jeton.server.boot;

import dev.jeton.server.audit.AuditParts;
import dev.jeton.server.audit.AuditSettings;
import dev.jeton.server.audit.GroupCommitLog;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Starts the audit log before anything can be asked of the server. */
final class AuditStart {
  private AuditStart() {}

  static GroupCommitLog start(AuditSettings settings) throws StartFault {
    ScheduledExecutorService alarms =
        Executors.newSingleThreadScheduledExecutor(named("audit alarms"));
    AuditParts parts = AuditParts.real(
        settings,
        Clock.systemUTC(),
        (delay, task) -> {
          var scheduled = alarms.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
          assert !scheduled.isCancelled();
        },
        named("audit"),
        new SecureRandom());
    try {
      return GroupCommitLog.start(settings, parts);
    } catch (IOException e) {
      throw StartFault.outside("the audit log cannot be opened: " + e.getMessage());
    }
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
