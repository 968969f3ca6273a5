package dev.jeton.cli.hub;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.platform.Inspection;
import java.time.Instant;

/** Something of which nothing but the shape can be said, and nothing is repeated. */
record ShapeContent(String kind, String note) implements Inspection.Content {
  @Override
  public Table table(Instant now) {
    return new Table().row("note", note);
  }

  @Override
  public Json json() {
    return Json.object()
        .put("recognised", true)
        .put("verified", false)
        .put("certain", false)
        .put("platform", Hub.NAME)
        .put("kind", kind);
  }
}
