package dev.jeton.server.http;

import dev.jeton.server.audit.AuditOutcome;
import dev.jeton.server.audit.AuditRow;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a door answers. Its audit rows are on the disk before any of it is sent; if they cannot be
 * written, the client gets a 503 instead.
 *
 * @param status the HTTP status
 * @param contentType the body's media type; empty without a body
 * @param body the body
 * @param headers further headers
 * @param rows what must be on the disk before the answer goes out
 * @param notes what is recorded afterwards, without waiting
 * @param recorded learns what became of the rows
 */
public record Answer(
    int status,
    String contentType,
    Buffer body,
    List<Header> headers,
    List<AuditRow> rows,
    List<AuditRow> notes,
    Consumer<AuditOutcome> recorded) {

  /** One header of an answer. */
  public record Header(String name, String value) {}

  public Answer {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  public static Answer of(int status, String contentType, Buffer body) {
    return new Answer(status, contentType, body, List.of(), List.of(), List.of(), outcome -> {});
  }

  public static Answer json(int status, Buffer body) {
    return of(status, "application/json", body);
  }

  public static Answer text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", Buffer.buffer(text));
  }

  public static Answer empty(int status) {
    return of(status, "", Buffer.buffer());
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    return new Answer(
        status, contentType, body, added(headers, new Header(name, value)), rows, notes, recorded);
  }

  /** The same with the times of the token in it as headers, in whole seconds. */
  public Answer lasting(Instant expiresAt, Instant renewAt) {
    return with("Jeton-Expires-At", expiresAt.truncatedTo(ChronoUnit.SECONDS).toString())
        .with("Jeton-Renew-At", renewAt.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** The same with a row that must be on the disk first. */
  public Answer audited(AuditRow row) {
    return withRows(added(rows, row));
  }

  /** The same with just these rows that must be on the disk first. */
  public Answer withRows(List<AuditRow> others) {
    return new Answer(status, contentType, body, headers, others, notes, recorded);
  }

  /** The same, telling what became of the rows before it is sent. */
  public Answer whenRecorded(Consumer<AuditOutcome> learns) {
    return new Answer(status, contentType, body, headers, rows, notes, learns);
  }

  /** The same with a row that is recorded afterwards. */
  public Answer noted(AuditRow row) {
    return new Answer(status, contentType, body, headers, rows, added(notes, row), recorded);
  }

  private static <T> List<T> added(List<T> items, T item) {
    if (items.isEmpty()) {
      return List.of(item);
    }
    List<T> all = new ArrayList<>(items);
    all.add(item);
    return all;
  }

  /** Without the body, which may hold a token. */
  @Override
  public String toString() {
    return "Answer[status=" + status + ", contentType=" + contentType + "]";
  }
}
