package dev.jeton.cli.audit;

import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonValue;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads rows of a server page by page, however many there are. */
final class AuditPages {
  static final String PATH = "/api/v1/audit";

  private final Server server;
  private final String path;
  private final String member;
  private final Supplier<JsonObject.Builder> body;
  private @Nullable String after;
  private boolean ended;

  /**
   * Reads from the first page on.
   *
   * @param member where the rows stand in an answer
   * @param body what is asked for, without the place
   */
  AuditPages(Server server, String door, String member, Supplier<JsonObject.Builder> body) {
    this(server, door, member, body, null);
  }

  /**
   * Reads on.
   *
   * @param after the place that an answer named; null from the first page on
   */
  AuditPages(
      Server server,
      String door,
      String member,
      Supplier<JsonObject.Builder> body,
      @Nullable String after) {
    this.after = after;
    this.server = server;
    this.path = PATH + door;
    this.member = member;
    this.body = body;
  }

  /** Where the page after the last one that was read begins; null at the beginning. */
  @Nullable
  String place() {
    return after;
  }

  boolean hasNext() {
    return !ended;
  }

  List<JsonValue> next() {
    JsonObject.Builder asked = body.get();
    if (after != null) {
      asked.put("after", after);
    }
    JsonObject page = server.ask(Ask.post(path, asked.build())).body();
    List<JsonValue> rows = page.items(member).map(JsonItems::values).orElse(List.of());
    after = page.text("next").orElse(null);
    ended = after == null;
    if (!ended && rows.isEmpty()) {
      throw new FaultException("the server answered an empty page and says that more follows");
    }
    return rows;
  }
}
