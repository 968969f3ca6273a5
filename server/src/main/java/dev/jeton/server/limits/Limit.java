package dev.jeton.server.limits;

import java.time.Duration;
import java.util.Locale;

/** What is counted. Each has buckets of its own, so that none can push out those of another. */
enum Limit {
  MINT("mint requests of one caller"),
  VERIFY("verify requests of one caller"),
  ADMINISTER("administrative requests of one caller"),
  NETWORK("requests without a proof from one network"),
  USER("tokens for one user"),
  WRONG_PROOFS("wrong proofs from one network");

  static final Duration WINDOW = Duration.ofMinutes(1);

  private final String what;

  Limit(String what) {
    this.what = what;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String what() {
    return what;
  }
}
