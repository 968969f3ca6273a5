package dev.jeton.server.alerts;

/**
 * Something that is wrong, or soon will be.
 *
 * @param code what it is, in a stable word such as {@code key-ends}
 * @param subject what it is about; the same words as long as it is the same condition
 * @param urgency how urgent it is now
 * @param detail what is wrong and what would be right; never a secret
 * @param everywhere whether all nodes see it, so that one of them tells it; otherwise each tells its own
 */
public record Condition(
    String code, String subject, Urgency urgency, String detail, boolean everywhere) {

  /** How urgent; it is told again when it becomes more so. */
  public enum Urgency {
    /** Nothing to tell yet; what was told before is not over either. */
    NOT_YET,
    /** Told once. */
    NOTICE,
    /** Told once. */
    SOON,
    /** Told once a day. */
    URGENT,
    /** Told once a day: what was to be kept from happening has happened. */
    OVER;

    boolean isRepeated() {
      return compareTo(URGENT) >= 0;
    }
  }

  /** One that is wrong on this node. */
  public static Condition here(String code, String node, String detail) {
    return new Condition(code, node, Urgency.URGENT, detail, false);
  }

  /** What makes it the same condition. */
  String key() {
    return code + " " + subject;
  }

  /** The more urgent of both, in the words of this one. */
  Condition atLeast(Urgency other) {
    return urgency.compareTo(other) >= 0
        ? this
        : new Condition(code, subject, other, detail, everywhere);
  }
}
