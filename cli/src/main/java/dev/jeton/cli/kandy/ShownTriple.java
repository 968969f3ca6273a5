package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.platform.VerdictPrinter.Shown;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A verified set. */
record ShownTriple(String realm, VerifiedTriple triple) implements Shown {
  @Override
  public Table table(Instant now) {
    return new Table()
        .row("realm", realm)
        .row("account", triple.account().identity())
        .row("from", triple.from().identity())
        .row("to", triple.to().identity())
        .row("issued", TimeText.issued(triple.issuedAt(), now))
        .row("expires", TimeText.end(triple.expiresAt(), now))
        .row("key", key());
  }

  @Override
  public Consumer<Json> members() {
    return json -> json.put("realm", realm)
        .put("account", triple.account().name())
        .put("from", triple.from().name())
        .put("to", triple.to().name())
        .put("issuedAt", triple.issuedAt())
        .put("expiresAt", triple.expiresAt())
        .put("key", key());
  }

  @Override
  public List<String> unchecked() {
    return VerifyKandyCommand.unchecked(triple);
  }

  /** A set is issued under one key; of a mixed one it is the account's. */
  private String key() {
    return WordConverter.word(triple.account().key());
  }
}
