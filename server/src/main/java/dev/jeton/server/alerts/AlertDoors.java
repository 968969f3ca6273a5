package dev.jeton.server.alerts;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Verb;
import dev.jeton.server.alerts.Courier.Result;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code /api/v1/alerts}: what is wrong now, and a test of the ways to operators. */
@Singleton
final class AlertDoors implements Doors {
  private static final String PATH = "/api/v1/alerts";

  private final Operators operators;

  AlertDoors(Operators operators) {
    this.operators = operators;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(Door.get(PATH, Need.ADMINISTRATION, call -> list())
        .audited("alerts-list", null)
        .right("alerts", Verb.READ));
    doors.open(Door.post(PATH + "/test", Need.ADMINISTRATION, this::test)
        .audited("alerts-test", null)
        .right("alerts", Verb.WRITE)
        .offTheLoop());
  }

  private Answer list() {
    List<Consumer<Json>> open = operators.open().stream().map(AlertJson::of).toList();
    return Answer.json(200, Json.object(json -> json.putEach("items", open)));
  }

  private Answer test(Call call) {
    if (!call.body().names().isEmpty()) {
      throw Refused.badRequest("unknown-member", "nothing is known in this body; send {}");
    }
    List<Result> results = operators.test();
    Map<String, String> details = new TreeMap<>();
    results.forEach(result -> details.put(result.channel(), outcome(result)));
    List<Consumer<Json>> channels = results.stream().map(AlertDoors::json).toList();
    return Answer.json(200, Json.object(json -> json.putEach("channels", channels)))
        .audited(call.row("done", null, details));
  }

  private static Consumer<Json> json(Result result) {
    return json -> json.put("channel", result.channel())
        .put("outcome", outcome(result))
        .put("detail", result.detail().isEmpty() ? null : result.detail());
  }

  private static String outcome(Result result) {
    return result.outcome().name().toLowerCase(Locale.ROOT);
  }
}
