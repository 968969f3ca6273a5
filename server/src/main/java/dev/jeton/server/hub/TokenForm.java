package dev.jeton.server.hub;

/** What stands in a token. */
public enum TokenForm {
  /** With an end, an id of its own and an audience. */
  DEFAULT,
  /** What a Hub issued: no end, no id, no audience. */
  HUB_EXACT
}
