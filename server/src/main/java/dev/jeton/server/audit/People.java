package dev.jeton.server.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tells in a row who somebody is: a platform's user names, uids, accounts, public keys. Texts
 * are compared as they are, so each person goes by one spelling.
 *
 * @param byRole a role in the row, such as {@code from}, and who has it
 */
public record People(Map<String, List<String>> byRole) {
  /** Nobody. */
  public static final People NONE = new People(Map.of());

  public People {
    byRole = Map.copyOf(byRole);
  }

  /** These and one more in that role. */
  public People and(String role, String text) {
    return and(role, List.of(text));
  }

  /** These and some more in that role. */
  public People and(String role, List<String> texts) {
    Map<String, List<String>> more = new TreeMap<>(byRole);
    List<String> all = new ArrayList<>(more.getOrDefault(role, List.of()));
    all.addAll(texts);
    more.put(role, List.copyOf(all));
    return new People(more);
  }

  /** These and those. */
  public People and(People others) {
    People all = this;
    for (Map.Entry<String, List<String>> role : new TreeMap<>(others.byRole).entrySet()) {
      all = all.and(role.getKey(), role.getValue());
    }
    return all;
  }

  long characters() {
    long sum = 0;
    for (Map.Entry<String, List<String>> role : byRole.entrySet()) {
      sum += role.getKey().length();
      for (String text : role.getValue()) {
        sum += text.length();
      }
    }
    return sum;
  }

  /** Only the roles, so that no log line or failure message tells who it was. */
  @Override
  public String toString() {
    return "People" + new TreeMap<>(byRole).keySet();
  }
}
