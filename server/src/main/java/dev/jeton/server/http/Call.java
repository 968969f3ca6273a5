package dev.jeton.server.http;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Asker;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Presented;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.settings.Network;
import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request, after all checks, as a door's handler sees it. */
public final class Call {
  private final Door door;
  private final Arrival arrival;
  private final Caller caller;
  private final Quotas quotas;
  private final String requestId;
  private final Map<String, String> path;
  private final Map<String, String> query;
  private final MultiMap headers;
  private final @Nullable Fields body;

  Call(
      Door door,
      Arrival arrival,
      Caller caller,
      Quotas quotas,
      String requestId,
      Map<String, String> path,
      Map<String, String> query,
      MultiMap headers,
      @Nullable Fields body) {
    this.door = door;
    this.arrival = arrival;
    this.caller = caller;
    this.quotas = quotas;
    this.requestId = requestId;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  public Caller caller() {
    return caller;
  }

  /** The client's address. */
  public String client() {
    return arrival.client();
  }

  /** How it arrived. */
  public Arrival arrival() {
    return arrival;
  }

  /** Whether the headers show that a page from elsewhere sent it. */
  public boolean fromForeignPage() {
    return arrival.fromForeignPage(headers);
  }

  /** What it brought to show who sends it, but for a certificate. */
  public Presented presented() {
    return new Presented(arrival, headers, Optional.empty());
  }

  /** Whose things are kept apart from those of others. */
  public Asker asker() {
    return Asker.of(caller, client());
  }

  /** Counts a token for that user of the caller's; one too many is refused. */
  public void countFor(String user) {
    quotas.user(caller, user);
  }

  /**
   * Counts the users of everything that is minted there at once. Where that is too much for one of
   * them, none is counted and nothing more is minted; what was must not be given out and is thrown away.
   */
  public <T> T countTogether(Supplier<T> minting) {
    return quotas.together(caller, minting);
  }

  /** Counts what the request asks for besides one thing; all of it or, when that is too much, none. */
  public void countMore(int times) {
    if (times > 0) {
      quotas.more(door.need(), caller, arrival, times);
    }
  }

  /** The template of the path. */
  public String route() {
    return door.path().toString();
  }

  public String requestId() {
    return requestId;
  }

  /** A parameter of the path, decoded. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException(door.path() + " has no parameter " + name);
    }
    return value;
  }

  /** All parameters of the path, decoded, in one order. */
  public Map<String, String> pathParameters() {
    return new TreeMap<>(path);
  }

  /** A parameter of the query, decoded, or null when it is absent. */
  public @Nullable String query(String name) {
    return query.get(name);
  }

  /** Refuses a query with any other parameter: what is not read must not look as if it were. */
  public void onlyQuery(String... known) {
    for (String name : query.keySet()) {
      if (!List.of(known).contains(name)) {
        throw Refused.badRequest(
            "unknown-parameter",
            "the query parameter " + Unfit.shown(name) + " is not known here; known are "
                + String.join(", ", known));
      }
    }
  }

  /** A header, or null when it is absent; one that stands there twice is refused. */
  public @Nullable String header(String name) {
    if (headers.getAll(name).size() > 1) {
      throw Refused.badRequest("repeated-header", name + " stands there twice; send it once");
    }
    return headers.get(name);
  }

  /** The JSON object that was sent. */
  public Fields body() {
    if (body == null) {
      throw new IllegalStateException(door.path() + " takes no body");
    }
    return body;
  }

  /** A hash of the method, the path and the body, by which a repetition is known. */
  public String fingerprint() {
    return door.method() + " " + pathParameters() + " " + (body == null ? "" : body.fingerprint());
  }

  /** Whether it comes from this machine and through no proxy, whoever asks. */
  public boolean local() {
    return arrival.local();
  }

  /** A row about this request under its door's event; people go into {@link AuditRow#about}. */
  public AuditRow row(String outcome, @Nullable String code, Map<String, String> details) {
    return row(door.event(), door.platform(), outcome, code, details, List.of());
  }

  /** A row about this request under an event and a platform of its own. */
  public AuditRow row(
      String event,
      @Nullable String platform,
      String outcome,
      @Nullable String code,
      Map<String, String> details,
      @Nullable String token) {
    return row(event, platform, outcome, code, details, token == null ? List.of() : List.of(token));
  }

  /** The same about several tokens that belong together. */
  public AuditRow row(
      String event,
      @Nullable String platform,
      String outcome,
      @Nullable String code,
      Map<String, String> details,
      List<String> tokens) {
    return new AuditRow(
            event,
            outcome,
            code,
            caller.id(),
            requestId,
            door.path().toString(),
            platform,
            from(told(caller, details)),
            tokens)
        .about(Records.asking(caller));
  }

  /** Of visitors nothing else is known. What is refused has no network, or no two were equal. */
  private Map<String, String> from(Map<String, String> details) {
    if (!(caller instanceof Caller.Visitor)) {
      return details;
    }
    Map<String, String> more = new HashMap<>(details);
    more.put("network", arrival.network().map(Network::toString).orElse("elsewhere"));
    return more;
  }

  /** With the name under which the door was opened, for whoever came in because of that. */
  static Map<String, String> told(@Nullable Caller caller, Map<String, String> details) {
    if (!(caller instanceof Caller.Visitor visitor)) {
      return details;
    }
    Map<String, String> more = new HashMap<>(details);
    more.put("openDoor", visitor.openDoor());
    return more;
  }
}
