package dev.jeton.server.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a database that does not answer from a statement that is wrong. */
final class Outage {
  /** Classes of SQLSTATE: connection, resources, operator's intervention, system. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  /**
   * PostgreSQL: somebody else held a lock for too long, two waited for each other, another was faster,
   * and a standby that takes no writes yet.
   */
  private static final Set<String> FOR_NOW = Set.of("55P03", "40P01", "40001", "25006");

  private static final String FOREIGN_KEY = "23503";

  private static final Set<SQLiteErrorCode> OF_SQLITE = Set.of(
      SQLiteErrorCode.SQLITE_BUSY,
      SQLiteErrorCode.SQLITE_CANTOPEN,
      SQLiteErrorCode.SQLITE_FULL,
      SQLiteErrorCode.SQLITE_IOERR,
      SQLiteErrorCode.SQLITE_LOCKED,
      SQLiteErrorCode.SQLITE_READONLY);

  private Outage() {}

  static boolean isBehind(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOne(sql)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a foreign key has no row that it points to. */
  static boolean isMissingReference(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite
          && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_FOREIGNKEY) {
        return true;
      }
      if (cause instanceof SQLException sql && FOREIGN_KEY.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(SQLException fault) {
    if (fault instanceof SQLiteException sqlite) {
      // The low byte is the kind, the rest tells more of it.
      int kind = sqlite.getResultCode().code & 0xff;
      return OF_SQLITE.stream().anyMatch(code -> code.code == kind);
    }
    String state = fault.getSQLState();
    return fault instanceof SQLTransientException
        || fault instanceof SQLNonTransientConnectionException
        || (state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2)))
        || (state != null && FOR_NOW.contains(state))
        || (state == null && isPoolsOwn(fault));
  }

  /** The pool's own faults, such as waiting in vain for a connection, carry no state. */
  private static boolean isPoolsOwn(SQLException fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("io.agroal.");
  }
}
