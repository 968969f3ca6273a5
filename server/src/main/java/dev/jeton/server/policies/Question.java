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
  private final Map<String, Object> variables = new HashMap<>();

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

  /** Everything by its name in conditions. */
  Map<String, Object> variables() {
    if (variables.isEmpty()) {
      for (Word word : Word.values()) {
        variables.put(word.word(), asked.text(word));
      }
      variables.put(SERVICES, asked.services());
      variables.put(POWERS, asked.powers());
      variables.put(TTL, asked.ttl());
      variables.put(CLAIMS, Claims.of(asked.claims()));
      variables.put(CALLER_NAME, requester.name());
      variables.put(CALLER_NETWORK, requester.network());
      variables.put(CALLER_USER, requester.user());
      variables.put(CALLER_CLAIMS, Values.of(requester.claims()));
    }
    return variables;
  }
}
