package dev.jeton.server.sunbird.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Refused;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What others name keeps its name while they do. */
final class Renaming {
  private static final int MOST_NAMES = 5;

  private Renaming() {}

  /**
   * Refuses another name for what is in use.
   *
   * @param before the names that are in force, by id
   * @param usersOf who names one of that name
   */
  static <S> void check(
      Stored<S> one,
      Function<S, String> name,
      Map<String, String> before,
      Function<String, List<String>> usersOf) {
    String known = before.get(one.id());
    if (known == null || known.equals(name.apply(one.spec()))) {
      return;
    }
    List<String> users = usersOf.apply(known);
    if (!users.isEmpty()) {
      throw new Refused(new Problem(
          409,
          "in-use",
          known + " cannot get another name while it is used: " + String.join("; ", users)
              + ". Make one of the new name, and let them use that"));
    }
  }

  /** One line about those that use it: the first few by name, and how many there are. */
  static List<String> named(Stream<String> users, String noun, String nouns) {
    List<String> all = users.toList();
    if (all.isEmpty()) {
      return List.of();
    }
    String first = String.join(", ", all.subList(0, Math.min(all.size(), MOST_NAMES)));
    String more = all.size() > MOST_NAMES ? " and " + (all.size() - MOST_NAMES) + " more" : "";
    return List.of((all.size() == 1 ? noun : nouns) + " " + first + more);
  }
}
