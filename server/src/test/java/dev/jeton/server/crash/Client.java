package dev.jeton.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks for one change after the other until the server is gone, and remembers what it was told. */
final class Client {
  private final Ground ground;
  private final Wishes wishes;
  private final Map<String, Thing> known = new TreeMap<>();
  private Optional<Wish> unanswered = Optional.empty();

  Client(Ground ground, Wishes wishes) {
    this.ground = ground;
    this.wishes = wishes;
  }

  /**
   * Returns when the server is gone, or cannot reach its database in time. Nobody knows then whether the last wish
   * was done.
   *
   * @return whether the server still answers
   */
  boolean work(RunningServer server, String proof, Runnable acknowledged) {
    while (true) {
      Wish wish = wishes.next(known);
      unanswered = Optional.of(wish);
      try {
        Answer answer = wish.send(server, proof);
        if (answer.status() == 503 && answer.body().contains("store-unavailable")) {
          return true;
        }
        take(wish, answer);
      } catch (UncheckedIOException e) {
        return false;
      }
      acknowledged.run();
    }
  }

  /** Compares with what a restarted server has; takes its things out of there. */
  void check(Map<String, JsonNode> there, RunningServer server, String proof) {
    Map<String, Optional<Thing>> touched = unanswered.map(Wish::outcome).orElse(Map.of());
    known.forEach((name, thing) -> {
      if (!touched.containsKey(name)) {
        assertIs(thing, there.get(name), server, proof);
      }
    });
    unanswered.ifPresent(wish -> settle(wish, there, server, proof));
    known.keySet().forEach(there::remove);
  }

  /** All of it happened or nothing of it; what can be sent again is sent again. */
  private void settle(Wish wish, Map<String, JsonNode> there, RunningServer server, String proof) {
    boolean done = wish.outcome().keySet().stream()
        .anyMatch(name -> !isAsKnown(known.get(name), there.get(name)));
    wish.outcome().forEach((name, outcome) -> {
      Optional<Thing> expected = done ? outcome : Optional.ofNullable(known.get(name));
      assertThat(there.containsKey(name))
          .as("%s after %s", name, wish)
          .isEqualTo(expected.isPresent());
      expected.ifPresent(thing -> assertIs(thing, there.get(name), server, proof));
    });
    if (wish.repeatable().isPresent()) {
      take(wish, wish.send(server, proof));
      wish.outcome().keySet().forEach(there::remove);
    } else if (done) {
      remember(wish);
    }
    unanswered = Optional.empty();
  }

  private static boolean isAsKnown(@Nullable Thing thing, @Nullable JsonNode one) {
    return thing == null
        ? one == null
        : one != null && one.path("version").asLong() == thing.version();
  }

  private void assertIs(Thing thing, @Nullable JsonNode one, RunningServer server, String proof) {
    if (one == null) {
      throw new AssertionError("what was acknowledged is gone: " + thing);
    }
    assertThat(one.path("version").asLong()).as(one.toString()).isEqualTo(thing.version());
    assertThat(one.path(ground.member).toString()).isEqualTo(ground.written(thing.value()));
    if (thing.secret() != null) {
      assertThat(ground.counts(thing.secret(), one, server, proof))
          .as("its secret counts: %s", one)
          .isTrue();
    }
  }

  private void take(Wish wish, Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(answer.status() + " " + answer.body() + " to " + wish);
    }
    remember(wish);
    unanswered = Optional.empty();
    if (!answer.body().isEmpty()) {
      learn(answer.json());
      answer.json().path("changes").forEach(this::learn);
    }
  }

  private void remember(Wish wish) {
    wish.outcome()
        .forEach((name, thing) ->
            thing.ifPresentOrElse(one -> known.put(name, one), () -> known.remove(name)));
  }

  /** A made secret is said once. */
  private void learn(JsonNode said) {
    if (said.path(ground.secret).isTextual()) {
      known.computeIfPresent(
          said.path("name").asText(),
          (name, thing) -> thing.knowing(said.path(ground.secret).asText()));
    }
  }
}
