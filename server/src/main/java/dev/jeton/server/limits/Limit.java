package dev.jeton.server.limits;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted. Each has buckets of its own, so that none can push out those of another. */
enum Limit {
  MINT("mint requests of one caller"),
  VERIFY("verify requests of one caller"),
  ADMINISTER("administrative requests of one caller"),
  NETWORK("requests without a proof from one network"),
  USER("tokens for one user"),
  /** Before those of its caller, so that one of them does not use up what is for all. */
  REQUESTER("requests of one user of a caller"),
  WRONG_PROOFS("wrong proofs from one network"),
  SIGN_IN("attempts to sign in from one network"),
  /** Its rate is said where a door is opened, as is that of the next. */
  DOOR_NETWORK("requests without a proof at this door from one network"),
  DOOR("requests without a proof at this door");

  static final Duration WINDOW = Duration.ofMinutes(1);

  private final String what;

  Limit(String what) {
    this.what = what;
  }

  static Optional<Limit> of(String word) {
    return Arrays.stream(values()).filter(limit -> limit.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String what() {
    return what;
  }
}
