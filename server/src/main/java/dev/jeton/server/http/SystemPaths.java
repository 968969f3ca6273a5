package dev.jeton.server.http;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Right;
import dev.jeton.server.access.Verb;
import java.util.Set;

/** The paths below /q that the framework's router answers, and what they ask of callers. */
final class SystemPaths {
  static final String PREFIX = "/q/";
  static final String DESCRIPTION = "/q/openapi";
  private static final Set<String> OPEN = Set.of("/q/health", "/q/health/live", "/q/health/ready");
  private static final Set<String> INSIDE = Set.of("/q/metrics", DESCRIPTION);

  /** Figures and descriptions of the server itself. */
  static final Right RIGHT = new Right("installation", Verb.READ);

  private SystemPaths() {}

  static Need need(String path) {
    return OPEN.contains(path) ? Need.OPEN : Need.INSIDE;
  }

  /** The path as it may stand in the log. */
  static String template(String path) {
    return OPEN.contains(path) || INSIDE.contains(path) ? path : "-";
  }
}
