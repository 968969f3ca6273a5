package dev.jeton.server.hub;

import java.util.Locale;

/** What stands in a token. */
public enum TokenForm {
  /** With an end, an id of its own and an audience. */
  DEFAULT,
  /** What a Hub issued: no end, no id, no audience. */
  HUB_EXACT;

  /** Its word in settings, requests and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
