package dev.jeton.bench;

/** Where a figure was taken, in as many words as comparing needs. */
public final class Machine {
  private Machine() {}

  /** {@code JDK 25.0.1, 2 processors, Linux amd64}. */
  public static String describe() {
    return "JDK %s, %d processors, %s %s"
        .formatted(
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }
}
