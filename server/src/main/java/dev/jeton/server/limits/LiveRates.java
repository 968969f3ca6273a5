package dev.jeton.server.limits;

import dev.jeton.server.settings.LiveSettings;
import java.util.function.Supplier;

/** The rates that hold now, read again when a setting changed: reading takes longer than counting. */
final class LiveRates implements Supplier<Rates> {
  private final LiveSettings settings;
  private volatile Reading last;

  private record Reading(int generation, Rates rates) {}

  LiveRates(LiveSettings settings) {
    this.settings = settings;
    this.last = read(settings);
  }

  @Override
  public Rates get() {
    Reading reading = last;
    if (reading.generation() != settings.generation()) {
      reading = read(settings);
      last = reading;
    }
    return reading.rates();
  }

  /** The generation first: what changes meanwhile is read once more. */
  private static Reading read(LiveSettings settings) {
    return new Reading(settings.generation(), Rates.read(settings));
  }
}
