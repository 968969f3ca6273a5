package dev.jeton.server.audit;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Hands outcomes over, waking each event loop once; the waking is what costs most. */
final class Answers {
  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());

  private Answers() {}

  static void give(List<Append> appends, AuditOutcome outcome) {
    IdentityHashMap<Executor, List<Append>> byExecutor = new IdentityHashMap<>(8);
    for (Append append : appends) {
      byExecutor
          .computeIfAbsent(append.completeOn, executor -> new ArrayList<>())
          .add(append);
    }
    byExecutor.forEach((executor, own) -> give(executor, own, outcome));
  }

  private static void give(Executor executor, List<Append> appends, AuditOutcome outcome) {
    try {
      executor.execute(() -> appends.forEach(append -> complete(append, outcome)));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "audit: {0} answers had nobody left to go to", appends.size());
    }
  }

  private static void complete(Append append, AuditOutcome outcome) {
    try {
      append.done.accept(outcome);
    } catch (RuntimeException e) {
      // One caller's fault must not keep the answers of the others from going out.
      LOG.log(Level.ERROR, "audit: an answer failed after its rows were settled", e);
    }
  }
}
