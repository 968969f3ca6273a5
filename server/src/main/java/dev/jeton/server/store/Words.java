package dev.jeton.server.store;

import java.util.Map;

/**
 * What no other entry of the same kind may have too: what it is (such as {@code name}) and the word.
 * Words are compared exactly; whoever ignores case gives them in one case.
 */
public record Words(Map<String, String> each) {
  public static final Words NONE = new Words(Map.of());

  public Words {
    each = Map.copyOf(each);
  }
}
