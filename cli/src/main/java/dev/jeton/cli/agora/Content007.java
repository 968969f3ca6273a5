package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.RawAccessToken2;
import java.time.Instant;

/** What a 007 token says. */
record Content007(RawAccessToken2 token) implements Inspection.Content {
  private static final long HONOURED = AccessToken2.MAX_LIFETIME.toSeconds();

  @Override
  public Table table(Instant now) {
    Table table = new Table()
        .row("app id", token.appId().text())
        .row("issued", TimeText.issued(token.issuedAt(), now))
        .row("expires", TimeText.end(token.expiresAt(), now))
        .row("salt", Long.toString(token.salt()));
    if (token.lifetimeSeconds() > HONOURED) {
      table.row("lifetime", token.lifetimeSeconds() + " s, of which Agora honours " + HONOURED);
    }
    services().addTo(table, now);
    return table;
  }

  @Override
  public Json json() {
    return Json.object()
        .put("recognised", true)
        .put("verified", false)
        .put("platform", "agora")
        .put("version", AccessToken2.VERSION)
        .put("appId", token.appId().text())
        .put("issuedAt", token.issuedAt())
        .put("expiresAt", token.expiresAt())
        .putObjects("services", services().json())
        .put("complete", token.complete());
  }

  private ServicesReport services() {
    return new ServicesReport(token.services(), token.complete(), token::privilegeEnd);
  }
}
