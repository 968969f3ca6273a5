package dev.jeton.tokens;

/** Takes outcomes apart in tests; the wrong kind fails with what it was instead. */
public final class Outcomes {
  private Outcomes() {}

  public static <T> T accepted(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T> accepted) {
      return accepted.value();
    }
    throw new AssertionError("expected an acceptance, got " + outcome);
  }

  public static Reason reason(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      return refused.reason();
    }
    throw new AssertionError("expected a refusal, got " + outcome);
  }
}
