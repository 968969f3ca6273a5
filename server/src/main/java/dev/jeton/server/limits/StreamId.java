package dev.jeton.server.limits;

/** Where an entry stands in a stream of Redis: its time there, and a number. */
record StreamId(long millis, long number) implements Comparable<StreamId> {

  static StreamId read(String text) {
    String[] parts = text.split("-", -1);
    if (parts.length != 2) {
      throw new BoardGone("Redis answers with something else than an entry");
    }
    try {
      return new StreamId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    } catch (NumberFormatException e) {
      throw new BoardGone("Redis answers with something else than an entry");
    }
  }

  @Override
  public int compareTo(StreamId other) {
    int byTime = Long.compare(millis, other.millis);
    return byTime == 0 ? Long.compare(number, other.number) : byTime;
  }

  @Override
  public String toString() {
    return millis + "-" + number;
  }
}
