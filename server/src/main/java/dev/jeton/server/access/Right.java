package dev.jeton.server.access;

import java.util.Locale;

/**
 * What a door does, so that roles can be asked whether they may.
 *
 * @param resource a kind's word, such as {@code agora-project}, or another thing that is administered
 * @param forApprovers whether it is among what approvers decide about, so that they may look at it
 */
public record Right(String resource, Verb verb, boolean forApprovers) {
  /** Whatever names no right of its own; only operators have it. */
  public static final Right ANYTHING = new Right("installation", Verb.WRITE);

  /** What everybody who signed in may do with the session that this is done in. */
  public static final String OWN_SESSION = "own-session";

  /** What approvers have nothing to do with. */
  public Right(String resource, Verb verb) {
    this(resource, verb, false);
  }

  /** {@code read agora-project}. */
  @Override
  public String toString() {
    return verb.name().toLowerCase(Locale.ROOT) + " " + resource;
  }
}
