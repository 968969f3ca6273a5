package dev.jeton.server.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code POST /api/v1/verify} for all platforms. */
@Singleton
final class VerifyApi implements Doors {
  private final Map<String, TokenVerifier> byPlatform = new TreeMap<>();

  VerifyApi(Instance<TokenVerifier> verifiers) {
    verifiers.forEach(verifier -> byPlatform.put(verifier.platform(), verifier));
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post("/api/v1/verify", Need.VERIFY, this::verify)
        .audited("verify", null)
        .bodyUpTo(256 * 1024));
  }

  private Answer verify(Call call) {
    Fields body = call.body();
    String platform = body.text("platform");
    TokenVerifier verifier = byPlatform.get(platform);
    if (verifier == null) {
      throw new Refused(Problem.badRequest(
          "unknown-platform", "platform must be one of " + String.join(", ", byPlatform.keySet())));
    }
    Verdict verdict = verifier.verify(call, body, body.truthOr("lenient", false));
    return verdict instanceof Verdict.Valid valid
        ? Answer.json(200, valid(platform, valid))
        : refused(call, platform, (Verdict.Invalid) verdict);
  }

  private static io.vertx.core.buffer.Buffer valid(String platform, Verdict.Valid valid) {
    return Json.object(json -> {
      json.put("valid", true).put("platform", platform);
      valid.members().accept(json);
      json.put("unchecked", valid.unchecked());
    });
  }

  private static Answer refused(Call call, String platform, Verdict.Invalid invalid) {
    Answer answer = Answer.json(200, Json.object(json -> {
      json.put("valid", false).put("reason", invalid.reason().summary().word());
      if (call.caller().mayExplain()) {
        json.put("code", invalid.reason().name()).put("detail", invalid.detail());
      }
      if (!invalid.unchecked().isEmpty()) {
        json.put("unchecked", invalid.unchecked());
      }
    }));
    return answer.noted(
        call.row("verify", platform, "refused", invalid.reason().name(), Map.of(), List.of()));
  }
}
