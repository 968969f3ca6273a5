package dev.jeton.cli.audit;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Style;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.server.audit.chain.ChainVerdict;
import dev.jeton.server.audit.chain.ChainVerdict.Broken;
import dev.jeton.server.audit.chain.ChainVerdict.Intact;
import java.nio.file.Path;

/** What a verification of the audit file found, for people and for programs. */
record AuditReport(ChainVerdict verdict) {

  String text(Style style) {
    return verdict instanceof Intact intact ? text(intact, style) : text((Broken) verdict, style);
  }

  Json json() {
    return verdict instanceof Intact intact ? json(intact) : json((Broken) verdict);
  }

  private static String text(Intact intact, Style style) {
    Table table = new Table();
    if (intact.rows() == 0) {
      table.row("rows", "0");
    } else {
      table
          .row("rows", intact.rows() + ", seq " + intact.firstSeq() + " to " + intact.lastSeq())
          .row("first", intact.firstAt())
          .row("last", intact.lastAt())
          .row("head", intact.head());
    }
    StringBuilder text = new StringBuilder(style.good("intact")).append('\n');
    text.append(table.text(style));
    for (String note : intact.notes()) {
      text.append("note: ").append(VisibleText.of(note)).append('\n');
    }
    return text.toString();
  }

  private static String text(Broken broken, Style style) {
    Table table = new Table().row("file", name(broken.file()));
    if (broken.line() > 0) {
      table.row("line", Long.toString(broken.line()));
    }
    table.row("expected", broken.expected()).row("found", broken.found());
    return style.bad("broken") + "\n" + table.text(style);
  }

  private static Json json(Intact intact) {
    Json json = Json.object().put("intact", true).put("rows", intact.rows());
    if (intact.rows() > 0) {
      json.put("firstSeq", intact.firstSeq())
          .put("lastSeq", intact.lastSeq())
          .put("firstAt", intact.firstAt())
          .put("lastAt", intact.lastAt())
          .put("head", intact.head());
    }
    return json.putTexts("notes", intact.notes());
  }

  private static Json json(Broken broken) {
    return Json.object()
        .put("intact", false)
        .put("file", name(broken.file()))
        .put("line", broken.line())
        .put("expected", broken.expected())
        .put("found", broken.found());
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }
}
