package dev.jeton.server.policies;

import dev.jeton.server.access.Claims;
import java.util.HashMap;
import java.util.Map;

/** Who asks for what, and how conditions name it. */
final class Question {
  static final String SERVICES = "services";
  static final String POWERS = "powers";
  static final String TTL = "ttl";
  static final String CLAIMS = "claims";
  static final String CALLER_NAME = "caller.name";
  static final String CALLER_NETWORK = "caller.network";
  static final String CALLER_USER = "caller.user";
  static final String CALLER_CLAIMS = "caller.claims";

  private final Requester requester;
  private final Asked asked;
  private Map<String, Object> variables = Map.of();

  Question(Requester requester, Asked asked) {
    this.requester = requester;
    this.asked = asked;
  }

  Requester requester() {
    return requester;
  }

  Asked asked() {
    return asked;
  }

  /** Everything by its name in conditions; {@link Budget.Spent} where that is too much. */
  Map<String, Object> variables() {
    if (variables.isEmpty()) {
      variables = read(new Budget());
    }
    return variables;
  }

  private Map<String, Object> read(Budget budget) {
    Map<String, Object> all = new HashMap<>();
    for (Word word : Word.values()) {
      all.put(word.word(), budget.take(asked.text(word)));
    }
    asked.services().forEach(budget::take);
    all.put(SERVICES, asked.services());
    all.put(POWERS, asked.powers());
    all.put(TTL, asked.ttl());
    Values values = new Values(budget);
    all.put(CLAIMS, values.of(Claims.of(asked.claims())));
    all.put(CALLER_NAME, requester.name());
    all.put(CALLER_NETWORK, requester.network());
    all.put(CALLER_USER, budget.take(requester.user()));
    all.put(CALLER_CLAIMS, values.of(requester.claims()));
    return all;
  }
}
