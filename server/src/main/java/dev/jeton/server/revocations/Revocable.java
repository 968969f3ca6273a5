package dev.jeton.server.revocations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What there is to know of a platform's tokens for revoking them: a bean of its room. */
public interface Revocable {

  /** The platform's word, such as {@code agora}. */
  String platform();

  /** The member of a request that names whose tokens they are, such as {@code project}. */
  String ownerWord();

  /** The one of that name. */
  Optional<Owner> owner(String name);

  /**
   * Reads a token, and looks whether a key that is here made it; refuses a text that is none of this
   * platform's. What else stands against it, such as its time, does not matter.
   *
   * @param named whose it is to be, where somebody says so
   */
  GivenToken read(String token, Optional<Owner> named, Instant now);

  /** A user in the one spelling that {@link TokenFacts#users} has; refuses what can be no user. */
  String user(String given);

  /**
   * How long a token may live at most that counts here; empty where some never end.
   *
   * @param owner empty for the tokens of all
   */
  Optional<Duration> longest(Optional<Owner> owner);

  /**
   * How long a token may count at most that nobody has looked into, whatever is changed meanwhile;
   * empty where some never end, or where others make tokens too.
   */
  default Optional<Duration> longestUnseen() {
    return Optional.empty();
  }

  /** What else whoever revokes tokens of a user, or of before an instant, has to know: a sentence each. */
  default List<String> aboutWatermarks() {
    return List.of();
  }

  /** Who goes on to take the tokens, in one sentence. */
  String notKnownTo();
}
