package dev.jeton.cli.remote.kind;

import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import java.util.Set;

/** One secret of a thing, without the secret. */
record KeyLine(JsonObject line) {
  private static final Set<String> DEAD = Set.of("retired", "revoked");

  static List<KeyLine> of(JsonObject thing, String segment) {
    return thing.items(segment).map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(value -> new KeyLine((JsonObject) value))
        .toList();
  }

  boolean isLive() {
    return !DEAD.contains(state());
  }

  boolean isActive() {
    return state().equals("active");
  }

  String id() {
    return line.text("id").orElse("");
  }

  String summary() {
    return line.truth("enabled").orElse(true) ? state() : state() + " (disabled)";
  }

  String created() {
    return line.text("createdAt").orElse("");
  }

  String ends() {
    return line.text("endsAt").orElse("");
  }

  String label() {
    return line.text("label").orElse("");
  }

  /** Empty where nobody notes it, and where it never was. */
  String lastUsed() {
    return line.text("lastUsedAt").orElse("");
  }

  private String state() {
    return line.text("state").orElse("");
  }
}
