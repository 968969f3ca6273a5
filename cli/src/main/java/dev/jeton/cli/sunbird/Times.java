package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.sunbird.IssueTime;
import dev.jeton.tokens.sunbird.SunbirdToken;
import java.time.Instant;
import java.util.Optional;

/** When a token was issued and when it ends, as far as its claims tell. */
record Times(Optional<IssueTime> issued, Optional<Instant> end) {

  static Times of(JsonObject claims) {
    return new Times(IssueTime.of(claims), SunbirdToken.endOf(claims));
  }

  void addTo(Table table, Instant now) {
    issued.ifPresent(time -> table.row("issued", TimeText.issued(time.instant(), now)));
    table.row("expires", end.map(time -> TimeText.end(time, now)).orElse("never"));
    issued
        .filter(time -> !time.isStandard())
        .ifPresent(time ->
            table.row("note", "iat is " + spelling(time) + "; strict gateways refuse that"));
  }

  void addTo(Json json) {
    issued.ifPresent(time -> {
      json.put("issuedAt", time.instant());
      if (!time.isStandard()) {
        json.put("issuedAtNote", spelling(time));
      }
    });
    end.ifPresent(time -> json.put("expiresAt", time));
  }

  private static String spelling(IssueTime time) {
    if (time.isText()) {
      return time.inMilliseconds() ? "a text of milliseconds" : "a text";
    }
    return "a number of milliseconds";
  }
}
