package dev.jeton.server.api;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the room together. */
@Singleton
final class ApiRoom {

  @Produces
  @Singleton
  Repeats repeats(InstantSource clock, RandomGenerator random) {
    return new Repeats(clock, random);
  }
}
