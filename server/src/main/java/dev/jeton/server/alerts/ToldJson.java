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

  static String write(SharedLedger shared) {
    return Json.object(json -> {
          json.putEach("open", all(shared.ledger().of(Ledger.LOG)));
          json.putEach("channels", channels(shared.ledger()));
          json.put("claim", shared.claim());
          if (shared.until() != null) {
            json.put("until", shared.until());
          }
        })
        .toString();
  }

  static SharedLedger read(String document) {
    Fields all = Fields.of(Buffer.buffer(document));
    Ledger ledger = Ledger.EMPTY.with(Ledger.LOG, told(all));
    for (Fields channel : all.objects("channels")) {
      ledger = ledger.with(channel.text("channel"), told(channel));
    }
    Long claim = all.wholeOrNull("claim", 0, Long.MAX_VALUE);
    String until = all.textOrNull("until");
    return new SharedLedger(
        ledger, claim == null ? 0 : claim, until == null ? null : Instant.parse(until));
  }

  private static List<Consumer<Json>> channels(Ledger ledger) {
    return ledger.channels().entrySet().stream()
        .filter(channel -> !channel.getKey().equals(Ledger.LOG))
        .<Consumer<Json>>map(channel ->
            json -> json.put("channel", channel.getKey()).putEach("open", all(channel.getValue())))
        .toList();
  }

  private static List<Consumer<Json>> all(Told told) {
    return told.open().values().stream().map(ToldJson::one).toList();
  }

  private static Told told(Fields document) {
    return Told.of(document.objects("open").stream().map(ToldJson::open).toList());
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
