package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.RawAccessToken;
import java.time.Instant;

/** What a 006 token says; its channel and user are in it as checksums only. */
record Content006(RawAccessToken token) implements Inspection.Content {
  @Override
  public Table table(Instant now) {
    Table table = new Table()
        .row("app id", token.appId().text())
        .row("expires", TimeText.end(token.expiresAt(), now))
        .row("salt", Long.toString(token.salt()))
        .row(token.isRtm() ? "account" : "channel", "not in it, CRC-32 " + token.crcChannel());
    if (!token.isRtm()) {
      table.row("user", token.crcUser() == 0 ? "anyone" : "not in it, CRC-32 " + token.crcUser());
    }
    privileges().addTo(table, now);
    return table;
  }

  @Override
  public Json json() {
    return Json.object()
        .put("recognised", true)
        .put("verified", false)
        .put("platform", "agora")
        .put("version", AccessToken.VERSION)
        .put("appId", token.appId().text())
        .put("expiresAt", token.expiresAt())
        .put("crcChannel", token.crcChannel())
        .put("crcUser", token.crcUser())
        .putObjects("privileges", privileges().json());
  }

  private Privileges006 privileges() {
    return new Privileges006(token.privileges(), token::privilegeEnd);
  }
}
