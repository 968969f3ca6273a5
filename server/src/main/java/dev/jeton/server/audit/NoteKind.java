package dev.jeton.server.audit;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What notes have in common that become one row.
 *
 * @param who the details that tell whom or what it is about, and from where it came
 */
record NoteKind(
    String event,
    String outcome,
    @Nullable String code,
    String caller,
    String route,
    @Nullable String platform,
    Map<String, String> who,
    People people) {
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String KEY = "key";
  private static final String NETWORK = "network";

  private static final Map<String, String> SEVERAL = Map.of("about", "several");

  static NoteKind of(AuditRow row) {
    Map<String, String> who = row.details().entrySet().stream()
        .filter(detail -> isWho(detail.getKey()))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    return new NoteKind(
        row.event(),
        row.outcome(),
        row.code(),
        row.caller(),
        row.route(),
        row.platform(),
        who,
        row.people());
  }

  private static boolean isWho(String detail) {
    return detail.equals(ID) || detail.equals(NAME) || detail.equals(KEY) || detail.equals(NETWORK);
  }

  boolean tellsWho() {
    return !who.equals(SEVERAL) && (!who.isEmpty() || !people.byRole().isEmpty());
  }

  /** The same about whomever. */
  NoteKind ofAll() {
    return new NoteKind(event, outcome, code, caller, route, platform, SEVERAL, People.NONE);
  }

  /** A row that stands for several of which each is about somebody else. */
  static AuditRow ofSeveral(AuditRow row) {
    return new AuditRow(
        row.event(),
        row.outcome(),
        row.code(),
        row.caller(),
        row.requestId(),
        row.route(),
        row.platform(),
        SEVERAL,
        row.tokens());
  }
}
