package dev.jeton.tokens.agora;

/** What a member of an RTC channel may do. */
public enum RtcRole {
  /** Joins, sends audio, video and data. */
  PUBLISHER,
  /**
   * Joins and listens. Without co-host authentication enabled in the project Agora does not enforce
   * this.
   */
  SUBSCRIBER
}
