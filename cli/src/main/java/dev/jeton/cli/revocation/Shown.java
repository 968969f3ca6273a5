package dev.jeton.cli.revocation;

import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A revocation for people. */
final class Shown {
  private static final Map<String, String> LABELS = Map.of(
      "user", "user",
      "tokenId", "token id",
      "issuedBefore", "issued before",
      "reason", "reason",
      "createdAt", "created",
      "createdBy", "by");
  private static final List<String> ORDER =
      List.of("tokenId", "user", "issuedBefore", "reason", "createdAt", "createdBy");

  private Shown() {}

  static Table table(JsonObject one) {
    Table table = new Table().row("id", text(one, "id")).row("refuses", text(one, "refuses"));
    ORDER.forEach(member ->
        one.text(member).ifPresent(text -> table.row(LABELS.getOrDefault(member, member), text)));
    return table.row("until", until(one));
  }

  static String until(JsonObject one) {
    return one.text("endsAt").orElse("for good");
  }

  /** Who goes on to take the tokens, and what else is to be known. */
  static List<String> sentences(JsonObject one) {
    List<String> notes = one.items("notes").map(JsonItems::values).orElse(List.of()).stream()
        .filter(JsonText.class::isInstance)
        .map(note -> ((JsonText) note).value())
        .toList();
    return Stream.concat(
            one.text("notKnownTo").stream(), notes.stream().map(note -> "Note: " + note))
        .map(sentence -> VisibleText.of(sentence, Integer.MAX_VALUE))
        .toList();
  }

  static String text(JsonObject one, String member) {
    return one.text(member).orElse("");
  }
}
