package dev.jeton.server.opendoors;

import java.util.HashMap;
import java.util.Map;

/** Lets only so many in at a time, and of one place fewer. */
final class Crowd {
  private final int most;
  private final int mostOfOne;
  private final Map<String, Integer> inside = new HashMap<>();
  private int all;

  Crowd(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** Whether there is room; then {@link #leave} must follow. */
  synchronized boolean enter(String place) {
    int others = inside.getOrDefault(place, 0);
    if (all >= most || others >= mostOfOne) {
      return false;
    }
    all++;
    inside.put(place, others + 1);
    return true;
  }

  synchronized void leave(String place) {
    all--;
    inside.computeIfPresent(place, (same, many) -> many > 1 ? many - 1 : null);
  }
}
