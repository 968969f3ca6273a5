package dev.jeton.server.api;

import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Json;
import java.util.List;
import java.util.Map;

/** Tells callers what a verification found: one word, and the exact reason to those who may know. */
public final class VerdictAnswer {
  private VerdictAnswer() {}

  /**
   * The answer; a refusal is recorded afterwards.
   *
   * @param event the event of a refusal in the audit
   */
  public static Answer of(Call call, String event, String platform, Verdict verdict) {
    Answer answer = unrecorded(call, platform, verdict);
    return verdict instanceof Verdict.Invalid invalid
        ? answer.noted(
            call.row(event, platform, "refused", invalid.reason().name(), Map.of(), List.of()))
        : answer;
  }

  /** The answer alone, for whoever records it with more than its reason. */
  public static Answer unrecorded(Call call, String platform, Verdict verdict) {
    return verdict instanceof Verdict.Valid valid
        ? valid(platform, valid)
        : refused(call, (Verdict.Invalid) verdict);
  }

  private static Answer valid(String platform, Verdict.Valid valid) {
    return Answer.json(200, Json.object(json -> {
      json.put("valid", true).put("platform", platform);
      valid.members().accept(json);
      json.put("unchecked", valid.unchecked());
    }));
  }

  private static Answer refused(Call call, Verdict.Invalid invalid) {
    return Answer.json(200, Json.object(json -> {
      json.put("valid", false).put("reason", invalid.reason().summary().word());
      if (invalid.explained() && call.caller().mayExplain()) {
        json.put("code", invalid.reason().name()).put("detail", invalid.detail());
      }
      if (!invalid.unchecked().isEmpty()) {
        json.put("unchecked", invalid.unchecked());
      }
    }));
  }
}
