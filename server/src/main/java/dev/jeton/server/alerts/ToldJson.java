package dev.jeton.server.alerts;

import dev.jeton.server.alerts.Told.Open;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What was told, as it stands in the store. */
final class ToldJson {
  private ToldJson() {}

  static String write(Told told) {
    List<Consumer<Json>> all = told.open().values().stream().map(ToldJson::one).toList();
    return Json.object(json -> json.putEach("open", all)).toString();
  }

  static Told read(String document) {
    return Told.of(Fields.of(Buffer.buffer(document)).objects("open").stream()
        .map(ToldJson::open)
        .toList());
  }

  private static Consumer<Json> one(Open one) {
    Condition condition = one.condition();
    return json -> json.put("code", condition.code())
        .put("subject", condition.subject())
        .put("urgency", condition.urgency().name())
        .put("detail", condition.detail())
        .put("since", one.since())
        .put("toldAt", one.toldAt());
  }

  private static Open open(Fields one) {
    Condition condition = new Condition(
        one.text("code"),
        one.text("subject"),
        Condition.Urgency.valueOf(one.text("urgency")),
        one.text("detail"),
        true);
    Instant toldAt = Instant.parse(one.text("toldAt"));
    return new Open(condition, Instant.parse(one.text("since")), toldAt, toldAt);
  }
}
