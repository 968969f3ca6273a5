package dev.jeton.server.backup;

/** A backup cannot be restored here; the message is one plain line with what to do. */
public final class BackupUnusable extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean usage;

  private BackupUnusable(String line, boolean usage) {
    super(line);
    this.usage = usage;
  }

  /** The file, or what is around it, does not let it. */
  static BackupUnusable because(String line) {
    return new BackupUnusable(line, false);
  }

  /** Whoever asked must say more. */
  static BackupUnusable unlessSaid(String line) {
    return new BackupUnusable(line, true);
  }

  static BackupUnusable damaged() {
    return because("the backup was cut off or changed; take another copy of it");
  }

  /** Whether other words on the command line would help. */
  public boolean isUsage() {
    return usage;
  }

  /** The plain line. */
  public String line() {
    return String.valueOf(getMessage());
  }
}
