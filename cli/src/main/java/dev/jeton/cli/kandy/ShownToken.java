package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.platform.VerdictPrinter.Shown;
import dev.jeton.tokens.kandy.VerifiedKandyToken;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A verified token. */
record ShownToken(String realm, VerifiedKandyToken token) implements Shown {
  @Override
  public Table table(Instant now) {
    return new Table()
        .row("realm", realm)
        .row("role", token.role().word())
        .row("identity", token.identity())
        .row("issued", TimeText.issued(token.issuedAt(), now))
        .row("expires", TimeText.end(token.expiresAt(), now))
        .row("key", WordConverter.word(token.key()));
  }

  @Override
  public Consumer<Json> members() {
    return json -> json.put("realm", realm)
        .put("role", token.role().word())
        .put("identity", token.identity())
        .put("name", token.name())
        .put("issuedAt", token.issuedAt())
        .put("expiresAt", token.expiresAt())
        .put("key", WordConverter.word(token.key()));
  }

  /** None: the rules of a set are not for one token. */
  @Override
  public List<String> unchecked() {
    return List.of();
  }
}
