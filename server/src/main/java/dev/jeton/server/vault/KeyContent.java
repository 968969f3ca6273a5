package dev.jeton.server.vault;

import dev.jeton.tokens.Secret;
import java.util.random.RandomGenerator;

/** What a room keeps in a {@link KeyFile}: one line of ASCII text, 32 characters or more. */
public interface KeyContent {

  /** The line of a new file. */
  Secret make(RandomGenerator random);

  /** Whether a line that is there already can be the room's key. */
  boolean fits(Secret line);
}
