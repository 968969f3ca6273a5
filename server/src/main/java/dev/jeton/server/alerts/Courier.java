package dev.jeton.server.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** Sends messages on all channels; what fails is logged in one line and counted. */
final class Courier {
  static final int TRIES = 3;

  private static final Logger LOG = Logger.getLogger(Courier.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int GROWTH = 4;

  private final List<Channel> channels;
  private final Pause pause;
  private final Map<String, Figures> figures = new TreeMap<>();

  /** Waits between attempts. */
  interface Pause {
    void take(Duration time) throws InterruptedException;
  }

  /** What became of a message on one channel. */
  record Result(String channel, Outcome outcome, String detail) {}

  enum Outcome {
    SENT,
    FAILED,
    OFF
  }

  /** Counters of one channel. */
  record Figures(LongAdder sent, LongAdder failed) {}

  Courier(List<Channel> channels, Pause pause) {
    this.channels = List.copyOf(channels);
    this.pause = pause;
    channels.forEach(
        channel -> figures.put(channel.name(), new Figures(new LongAdder(), new LongAdder())));
  }

  Map<String, Figures> figures() {
    return figures;
  }

  /** Sends it on every channel that is set up. Blocks. */
  List<Result> deliver(Message message, int tries) {
    List<Result> results = new ArrayList<>();
    for (Channel channel : channels) {
      Result result = channel
          .missing()
          .map(why -> new Result(channel.name(), Outcome.OFF, why))
          .orElseGet(() -> deliver(channel, message, tries));
      results.add(result);
    }
    return results;
  }

  /** The names of the channels that are set up. */
  Set<String> ready() {
    Set<String> ready = new TreeSet<>();
    channels.stream()
        .filter(channel -> channel.missing().isEmpty())
        .forEach(channel -> ready.add(channel.name()));
    return ready;
  }

  /** Sends it on one channel that is set up; returns whether it arrived. Blocks. */
  boolean deliver(String name, Message message, int tries) {
    return channels.stream()
        .filter(channel -> channel.name().equals(name))
        .filter(channel -> channel.missing().isEmpty())
        .map(channel -> deliver(channel, message, tries))
        .anyMatch(result -> result.outcome() == Outcome.SENT);
  }

  private Result deliver(Channel channel, Message message, int tries) {
    Figures counted =
        figures.getOrDefault(channel.name(), new Figures(new LongAdder(), new LongAdder()));
    String why = attempts(channel, message, tries);
    if (why.isEmpty()) {
      counted.sent().increment();
      return new Result(channel.name(), Outcome.SENT, "");
    }
    counted.failed().increment();
    LOG.warnf("an alert could not be sent by %s: %s", channel.name(), why);
    return new Result(channel.name(), Outcome.FAILED, why);
  }

  /** Empty when it arrived, or why it did not. */
  private String attempts(Channel channel, Message message, int tries) {
    Duration wait = FIRST_PAUSE;
    for (int left = tries; ; left--) {
      try {
        channel.send(message);
        return "";
      } catch (Undelivered e) {
        if (left <= 1 || !e.isWorthRetrying()) {
          return e.line();
        }
      } catch (RuntimeException e) {
        LOG.debug("sending an alert failed", e);
        return "something went wrong in the server itself (" + e.getClass().getSimpleName() + ")";
      }
      try {
        pause.take(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "the server stops";
      }
      wait = wait.multipliedBy(GROWTH);
    }
  }
}
