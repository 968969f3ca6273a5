package dev.jeton.server.api;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;

/** {@code POST /api/v1/verify} for all platforms. */
@Singleton
final class VerifyApi implements Doors {
  private static final String EVENT = "verify";

  private final Map<String, TokenVerifier> byPlatform = new TreeMap<>();

  VerifyApi(Instance<TokenVerifier> verifiers) {
    verifiers.forEach(verifier -> byPlatform.put(verifier.platform(), verifier));
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.post("/api/v1/verify", Need.VERIFY, this::verify)
        .audited(EVENT, null)
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
    return VerdictAnswer.of(call, EVENT, platform, verdict);
  }
}
