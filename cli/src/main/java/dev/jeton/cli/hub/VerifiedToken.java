package dev.jeton.cli.hub;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.platform.VerdictPrinter;
import dev.jeton.tokens.hub.VerifiedHubToken;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A token that holds, as it is shown. */
record VerifiedToken(VerifiedHubToken token) implements VerdictPrinter.Shown {
  @Override
  public Table table(Instant now) {
    Table table = new Table()
        .row("token", HubInspector.TOKEN)
        .row("identity", token.identity().text())
        .row("key type", token.identity().type().word())
        .row("issuer", token.issuer().text())
        .row("issued", TimeText.issued(token.issuedAt(), now))
        .row("expires", token.expiresAt().map(end -> TimeText.end(end, now)).orElse("never"));
    token.id().ifPresent(id -> table.row("id", id));
    if (!token.audience().isEmpty()) {
      table.row("audience", String.join(", ", token.audience()));
    }
    return table;
  }

  @Override
  public Consumer<Json> members() {
    return json -> {
      json.put("identity", token.identity().text())
          .put("keyType", token.identity().type().word())
          .put("issuer", token.issuer().text())
          .put("issuedAt", token.issuedAt());
      token.expiresAt().ifPresent(end -> json.put("expiresAt", end));
      token.id().ifPresent(id -> json.put("id", id));
      json.putTexts("audience", token.audience());
    };
  }

  @Override
  public List<String> unchecked() {
    return token.unchecked();
  }
}
