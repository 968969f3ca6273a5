package dev.jeton.cli.hub;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import java.time.Instant;

/** A public key, or the public part of a private one. */
record KeyContent(Libp2pPublicKey key, String kind) implements Inspection.Content {
  @Override
  public Table table(Instant now) {
    Table table = new Table().row("key type", key.type().word()).row("public key", key.text());
    return kind.equals("privateKey")
        ? table.row("note", "a secret: keep it out of arguments and histories")
        : table;
  }

  @Override
  public Json json() {
    return Json.object()
        .put("recognised", true)
        .put("verified", false)
        .put("platform", Hub.NAME)
        .put("kind", kind)
        .put("keyType", key.type().word())
        .put("publicKey", key.text());
  }
}
