package dev.jeton.server.limits;

/**
 * A user of a caller's. A caller may name users as long as a body, so of long names only a part is
 * kept; two that look alike then are counted as one.
 */
record UserOf(String caller, String user) {
  private static final int LONGEST = 128;

  UserOf {
    if (user.length() > LONGEST) {
      user = user.substring(0, LONGEST) + "#" + user.length() + "#" + user.hashCode();
    }
  }
}
