package dev.jeton.server.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Marks that a node made, as all nodes hear of it. Nothing in it is secret. */
record Announcement(String kind, Instant endsAt, List<String> marks) {
  /** Where PostgreSQL tells it. */
  static final String CHANNEL = "jeton_marks";

  Announcement {
    marks = List.copyOf(marks);
  }

  /** Empty for what a newer server may say. */
  static Optional<Announcement> parse(String text) {
    List<String> words = List.of(text.split(" ", -1));
    if (words.size() < 3) {
      return Optional.empty();
    }
    try {
      Instant end = Instant.ofEpochMilli(Long.parseLong(words.get(1)));
      return Optional.of(new Announcement(words.get(0), end, words.subList(2, words.size())));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  String text() {
    return kind + " " + endsAt.toEpochMilli() + " " + String.join(" ", marks);
  }
}
