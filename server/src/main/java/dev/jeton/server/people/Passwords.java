package dev.jeton.server.people;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Computes the hashes of passwords one after the other, because each takes much memory, those of people
 * who are signed in beside all others; when too many wait, the next is told to come back. Blocks.
 */
@Singleton
class Passwords {
  private static final int MOST_WAITING = 8;
  private static final int PATIENCE_SECONDS = 10;

  private final RandomGenerator random;
  private final BiPredicate<PasswordHash, Secret> comparison;
  private final Queue strangers = new Queue();

  /** Of those who are signed in, so that no flood of strangers keeps them from proving themselves. */
  private final Queue known = new Queue();

  @Inject
  Passwords(RandomGenerator random) {
    this(random, PasswordHash::matches);
  }

  Passwords(RandomGenerator random, BiPredicate<PasswordHash, Secret> comparison) {
    this.random = random;
    this.comparison = comparison;
  }

  /** How many compute or wait for it. */
  int inside() {
    return strangers.inside.get() + known.inside.get();
  }

  /** Takes as long where there is no hash. */
  boolean matches(Optional<PasswordHash> hash, Secret password) {
    return matches(strangers, hash, password);
  }

  /** The same for somebody who is signed in. */
  boolean matchesOwn(Optional<PasswordHash> hash, Secret password) {
    return matches(known, hash, password);
  }

  private boolean matches(Queue queue, Optional<PasswordHash> hash, Secret password) {
    boolean matches =
        queue.inTurn(() -> comparison.test(hash.orElse(PasswordHash.OF_NOBODY), password));
    return matches && hash.isPresent();
  }

  PasswordHash hash(Secret password) {
    return strangers.inTurn(() -> PasswordHash.of(password, random));
  }

  /** Where one computes and some wait. */
  private static final class Queue {
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicInteger inside = new AtomicInteger();

    <T> T inTurn(Supplier<T> work) {
      try {
        if (inside.incrementAndGet() > MOST_WAITING
            || !turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw busy();
        }
        try {
          return work.get();
        } finally {
          turn.release();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw busy();
      } finally {
        inside.decrementAndGet();
      }
    }
  }

  private static Refused busy() {
    return new Refused(new Problem(
        503, "busy", "too many passwords are being checked at the moment; try again shortly"));
  }
}
