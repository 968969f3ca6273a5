package dev.jeton.server.policies;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A policy that is stored. Its condition is read when it is first asked, or made ready. */
final class Policy {
  private final String id;
  private final PolicySpec spec;
  private volatile @Nullable Rule rule;

  Policy(String id, PolicySpec spec) {
    this.id = id;
    this.spec = spec;
  }

  String id() {
    return id;
  }

  PolicySpec spec() {
    return spec;
  }

  String name() {
    return spec.name();
  }

  /** Reads its condition ahead, so that nobody waits for it. */
  void prepare() {
    try {
      rule();
    } catch (WrongRule e) {
      // Whoever asks it is told.
    }
  }

  /** Why it does not allow that; empty where it does. Names nobody whom the request names. */
  Optional<String> objection(Question question) {
    Asked asked = question.asked();
    if (!spec.platforms().contains(asked.text(Word.PLATFORM))) {
      return Optional.of("it is for " + String.join(", ", spec.platforms()));
    }
    if (!spec.concerns(asked.text(Word.PLATFORM), asked.text(Word.PROJECT))) {
      return Optional.of("it is for " + String.join(", ", spec.projects()) + " alone");
    }
    return lifetime(asked.ttl())
        .or(() -> power(asked.powers()))
        .or(() -> user(question))
        .or(() -> condition(question));
  }

  private Optional<String> lifetime(long ttl) {
    if (spec.longest().isEmpty() || (ttl > 0 && ttl <= spec.longest().getAsLong())) {
      return Optional.empty();
    }
    return Optional.of("it allows at most " + spec.longest().getAsLong() + " seconds, and the token"
        + (ttl == 0 ? " would have no end" : " would live for " + ttl));
  }

  private Optional<String> power(List<String> wanted) {
    return wanted.stream()
        .filter(power -> !spec.powers().contains(power))
        .findFirst()
        .map(power -> "such a token needs the power " + power + ", which it does not name");
  }

  private Optional<String> user(Question question) {
    return !spec.ownUserOnly()
            || question.requester().user().equals(question.asked().text(Word.USER))
        ? Optional.empty()
        : Optional.of("the user is not the caller's own");
  }

  private Optional<String> condition(Question question) {
    try {
      return rule().objection(question.variables());
    } catch (WrongRule e) {
      return Optional.of("its condition cannot be read by this server");
    } catch (Budget.Spent e) {
      return Optional.of("the request or the caller's proof says more than a condition may look at,"
          + " which is " + Budget.MOST + " characters");
    }
  }

  private Rule rule() throws WrongRule {
    Rule known = rule;
    if (known == null) {
      known = Rules.read(spec.when());
      rule = known;
    }
    return known;
  }
}
