package dev.jeton.bench;

/** A measurement that could not be made; the message is the one line that the user gets. */
public final class BenchFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchFault(String message) {
    super(message);
  }
}
