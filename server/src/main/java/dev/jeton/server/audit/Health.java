package dev.jeton.server.audit;

import java.lang.System.Logger.Level;

/** Keeps the state that readiness shows, and says each change once in the log. */
final class Health {
  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());
  private static final AuditState WRITING = new AuditState.Writing();

  private AuditState state = WRITING;

  synchronized AuditState state() {
    return state;
  }

  /** Returns whether all was well until now. */
  synchronized boolean failed(String why) {
    boolean wasWell = state instanceof AuditState.Writing;
    state = new AuditState.Failing(why);
    if (wasWell) {
      LOG.log(Level.ERROR, "audit: {0}; nothing is minted until it can be written again", why);
    }
    return wasWell;
  }

  synchronized void worked() {
    if (state instanceof AuditState.Failing) {
      state = WRITING;
      LOG.log(Level.INFO, "audit: the audit file is written again");
    }
  }

  synchronized void stopped() {
    state = new AuditState.Stopped();
  }
}
