package dev.jeton.server.archive;

import org.jspecify.annotations.Nullable;

/** What the store has of a row beside its line. */
record Columns(
    long atMillis,
    String event,
    String outcome,
    @Nullable String code,
    String caller,
    @Nullable String platform,
    String request) {

  static Columns of(RowFacts facts) {
    return new Columns(
        facts.atMillis(),
        facts.event(),
        facts.outcome(),
        facts.code(),
        facts.caller(),
        facts.platform(),
        facts.request());
  }
}
