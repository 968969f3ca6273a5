package dev.jeton.cli.hub;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.tokens.hub.RawHubToken;
import dev.jeton.tokens.json.JsonValue;
import dev.jeton.tokens.jwt.NumericDate;
import java.time.Instant;
import java.util.Optional;

/** What an identity token says. */
record TokenContent(RawHubToken token) implements Inspection.Content {
  @Override
  public Table table(Instant now) {
    Table table = new Table().row("algorithm", token.algorithm());
    token
        .identity()
        .ifPresent(
            key -> table.row("identity", key.text()).row("key type", key.type().word()));
    token.issuer().ifPresent(key -> table.row("issuer", key.text()));
    time("iat").ifPresent(time -> table.row("issued", TimeText.issued(time, now)));
    time("nbf").ifPresent(time -> table.row("begins", TimeText.issued(time, now)));
    table.row(
        "expires",
        time("exp")
            .map(end -> TimeText.end(end, now))
            .orElse(token.claims().has("exp") ? "unreadable" : "never"));
    token.claims().text("jti").ifPresent(id -> table.row("id", id));
    audience().ifPresent(audience -> table.row("audience", audience));
    return table;
  }

  @Override
  public Json json() {
    Json json = Json.object()
        .put("recognised", true)
        .put("verified", false)
        .put("platform", Hub.NAME)
        .put("kind", "identityToken")
        .put("algorithm", token.algorithm());
    token
        .identity()
        .ifPresent(
            key -> json.put("identity", key.text()).put("keyType", key.type().word()));
    token.issuer().ifPresent(key -> json.put("issuer", key.text()));
    time("iat").ifPresent(time -> json.put("issuedAt", time));
    time("nbf").ifPresent(time -> json.put("notBefore", time));
    time("exp").ifPresent(time -> json.put("expiresAt", time));
    token.claims().text("jti").ifPresent(id -> json.put("id", id));
    audience().ifPresent(audience -> json.put("audience", audience));
    return json;
  }

  private Optional<Instant> time(String claim) {
    return token.claims().number(claim).flatMap(NumericDate::of).map(NumericDate::roundedDown);
  }

  /** A text as it is, anything else as JSON. */
  private Optional<String> audience() {
    JsonValue audience = token.claims().get("aud");
    return token
        .claims()
        .text("aud")
        .or(() -> Optional.ofNullable(audience).map(JsonValue::toJson));
  }
}
