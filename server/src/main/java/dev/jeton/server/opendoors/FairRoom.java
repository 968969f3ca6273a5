package dev.jeton.server.opendoors;

import java.util.HashMap;
import java.util.Map;

/** Room for some at a time, and for few of them from one place, so that nobody fills it alone. */
final class FairRoom {
  private final int most;
  private final int mostOfOne;
  private final Map<String, Integer> inside = new HashMap<>();
  private int all;

  FairRoom(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** Whoever gets in leaves again. */
  synchronized boolean enter(String place) {
    int there = inside.getOrDefault(place, 0);
    if (all >= most || there >= mostOfOne) {
      return false;
    }
    inside.put(place, there + 1);
    all++;
    return true;
  }

  synchronized void leave(String place) {
    inside.computeIfPresent(place, (same, count) -> count == 1 ? null : count - 1);
    all--;
  }
}
