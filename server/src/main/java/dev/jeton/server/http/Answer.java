package dev.jeton.server.http;

import dev.jeton.server.audit.AuditRow;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
 * @param file what is sent instead of the body and deleted then, sent or not
 */
public record Answer(
    int status,
    String contentType,
    Buffer body,
    List<Header> headers,
    List<AuditRow> rows,
    List<AuditRow> notes,
    @Nullable Path file) {
  private static final Logger LOG = Logger.getLogger(Answer.class);

  /** One header of an answer. */
  public record Header(String name, String value) {}

  public Answer {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  public static Answer of(int status, String contentType, Buffer body) {
    return new Answer(status, contentType, body, List.of(), List.of(), List.of(), null);
  }

  public static Answer json(int status, Buffer body) {
    return of(status, "application/json", body);
  }

  public static Answer text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", Buffer.buffer(text));
  }

  /** Bytes that are too many for the memory. The file is the answer's own. */
  public static Answer file(Path file) {
    return new Answer(
        200, "application/octet-stream", Buffer.buffer(), List.of(), List.of(), List.of(), file);
  }

  public static Answer empty(int status) {
    return of(status, "", Buffer.buffer());
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    return new Answer(
        status, contentType, body, added(headers, new Header(name, value)), rows, notes, file);
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
    return new Answer(status, contentType, body, headers, others, notes, file);
  }

  /** The same with a row that is recorded afterwards. */
  public Answer noted(AuditRow row) {
    return new Answer(status, contentType, body, headers, rows, added(notes, row), file);
  }

  /** It was sent, or will not be. */
  void dispose() {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warnf("%s cannot be deleted; delete it", file);
      }
    }
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
