package dev.jeton.server.settings;

import java.util.List;

/** Either all settings, or everything that is wrong with them. */
public sealed interface Loaded {

  record Complete(Settings settings) implements Loaded {}

  /**
   * What is wrong.
   *
   * @param readable the settings with defaults in place of what is wrong, to look for more faults
   */
  record Faulty(List<Fault> faults, Settings readable) implements Loaded {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
