package dev.jeton.cli.platform;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.Table;
import dev.jeton.tokens.Reason;
import java.time.Instant;

/** What a platform sees in a token that nobody verified. */
public sealed interface Inspection {

  /** Which kind of token it is, for people: "Agora 007", say. */
  String kind();

  /** A token that can be read. */
  interface Content {
    /** For people; times also as their distance from {@code now}. */
    Table table(Instant now);

    /** For programs. */
    Json json();
  }

  /** It can be read. */
  record Read(String kind, Content content) implements Inspection {}

  /** Its form fits, as that of other texts would; more cannot be said without the secret. */
  record Possible(String kind, Content content) implements Inspection {}

  /** It starts like one and cannot be read: cut, mistyped or made up. */
  record Damaged(String kind, Reason reason, String detail) implements Inspection {}
}
