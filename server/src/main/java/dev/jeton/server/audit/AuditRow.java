package dev.jeton.server.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as it goes into the audit file.
 *
 * @param event what was asked for, such as {@code agora-mint}
 * @param outcome how it ended, such as {@code minted} or {@code refused}
 * @param code the reason of a refusal
 * @param caller who asked
 * @param requestId the id that the access log gives this request
 * @param route the route's template, never the raw path
 * @param platform the platform's name where one is concerned
 * @param details what else a reader needs, such as {@code service1} for the first service of a token;
 *     never a secret and nobody's name
 * @param people whom it is about; their names can be erased, the file keeps a keyed hash of each
 * @param tokens the tokens that were issued; the file gets a keyed hash of each, nothing else
 */
public record AuditRow(
    String event,
    String outcome,
    @Nullable String code,
    String caller,
    String requestId,
    String route,
    @Nullable String platform,
    Map<String, String> details,
    People people,
    List<String> tokens) {

  public AuditRow {
    details = Map.copyOf(details);
    tokens = List.copyOf(tokens);
  }

  /** A row about nobody. */
  public AuditRow(
      String event,
      String outcome,
      @Nullable String code,
      String caller,
      String requestId,
      String route,
      @Nullable String platform,
      Map<String, String> details,
      List<String> tokens) {
    this(event, outcome, code, caller, requestId, route, platform, details, People.NONE, tokens);
  }

  /** The same row about these people too. */
  public AuditRow about(People whom) {
    return new AuditRow(
        event,
        outcome,
        code,
        caller,
        requestId,
        route,
        platform,
        details,
        people.and(whom),
        tokens);
  }

  /** The tokens and the people are left out, so that no log line or failure message can carry
   * them. */
  @Override
  public String toString() {
    return "AuditRow[event=%s, outcome=%s, code=%s, caller=%s, requestId=%s, route=%s, platform=%s]"
        .formatted(event, outcome, code, caller, requestId, route, platform);
  }
}
