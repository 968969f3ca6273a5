package dev.jeton.server.policies;

/** How much a condition is shown: requests and proofs come from strangers, and may say a lot. */
final class Budget {
  /** In characters; anything else than a text counts as one. */
  static final int MOST = 20_000;

  private int left = MOST;

  /** A condition would have to look at more than that. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Spent() {
      super(null, null, false, false);
    }
  }

  void takeOne() {
    take(1);
  }

  String take(String text) {
    take(text.length() + 1);
    return text;
  }

  private void take(int much) {
    left -= much;
    if (left < 0) {
      throw new Spent();
    }
  }
}
