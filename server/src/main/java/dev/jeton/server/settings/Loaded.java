package dev.jeton.server.settings;

import java.util.List;

/** Either all settings, or everything that is wrong with them. */
public sealed interface Loaded {

  record Complete(Settings settings) implements Loaded {}

  record Faulty(List<Fault> faults) implements Loaded {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
