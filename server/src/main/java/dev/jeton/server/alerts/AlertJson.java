package dev.jeton.server.alerts;

import dev.jeton.server.http.Json;
import java.util.function.Consumer;

/** An alert as a member of a webhook's body. */
final class AlertJson {
  private AlertJson() {}

  static Consumer<Json> of(Alert alert) {
    return json -> {
      json.put("what", alert.what().word());
      members(json, alert.condition()).put("since", alert.since());
    };
  }

  static Consumer<Json> of(Told.Open one) {
    return json ->
        members(json, one.condition()).put("since", one.since()).put("toldAt", one.toldAt());
  }

  private static Json members(Json json, Condition condition) {
    return json.put("code", condition.code())
        .put("subject", condition.subject())
        .put("detail", condition.detail());
  }
}
