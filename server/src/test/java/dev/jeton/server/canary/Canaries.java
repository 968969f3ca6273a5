package dev.jeton.server.canary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The secrets of a run. */
final class Canaries {
  private final List<Canary> all = new ArrayList<>();

  /** Notes it, and gives it back. */
  String add(String name, String secret) {
    all.add(Canary.of(name, secret));
    return secret;
  }

  /** Notes a member of an answer. */
  String add(String name, JsonNode answer, String member) {
    String secret = answer.path(member).asText();
    if (secret.isEmpty()) {
      throw new AssertionError("no " + member + " in the answer for " + name);
    }
    return add(name, secret);
  }

  int count() {
    return all.size();
  }

  /** Which of them stand where. */
  Collection<String> in(Collection<Haystack> places) {
    Collection<String> found = new TreeSet<>();
    for (Haystack place : places) {
      for (Canary canary : all) {
        if (canary.isIn(place)) {
          found.add(canary.name() + " in " + place.place());
        }
      }
    }
    return found;
  }
}
