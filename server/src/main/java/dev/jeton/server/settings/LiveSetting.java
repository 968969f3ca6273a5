package dev.jeton.server.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A setting that an operator may change while the server runs, unless jeton.yaml or the environment
 * gives it.
 *
 * @param <T> what rooms get of it
 */
public final class LiveSetting<T> {
  private static final int LONGEST = 1024;

  private final Key key;
  private final Shape shape;
  private final Function<List<String>, @Nullable T> parse;
  private final String right;

  private LiveSetting(
      Key key, Shape shape, Function<List<String>, @Nullable T> parse, String right) {
    this.key = key;
    this.shape = shape;
    this.parse = parse;
    this.right = right;
  }

  /** What it is in JSON. */
  public enum Shape {
    TEXT,
    WHOLE,
    TRUTH,
    LIST
  }

  /** A text, or nothing. */
  public static LiveSetting<Optional<String>> text(
      Key key, Predicate<String> wellFormed, String right) {
    return new LiveSetting<>(
        key,
        Shape.TEXT,
        items -> items.isEmpty()
            ? Optional.empty()
            : one(items, text -> wellFormed.test(text) ? Optional.of(text) : null),
        right);
  }

  /** A list of texts. */
  public static LiveSetting<List<String>> texts(
      Key key, Predicate<String> wellFormed, String right) {
    return new LiveSetting<>(
        key, Shape.LIST, items -> items.stream().allMatch(wellFormed) ? items : null, right);
  }

  /** A time span in whole seconds; the key needs a default. */
  public static LiveSetting<Duration> duration(Key key, Duration least, Duration most) {
    return new LiveSetting<>(
        key,
        Shape.TEXT,
        items -> one(items, text -> Parsing.duration(text, least, most)),
        "give a time such as 15s, 10m, 24h, 7d or plain seconds, from " + least.toSeconds()
            + "s to " + most.toSeconds() + "s");
  }

  /** A whole number within a range; the key needs a default. */
  public static LiveSetting<Integer> whole(Key key, int least, int most) {
    return new LiveSetting<>(
        key,
        Shape.WHOLE,
        items -> one(items, text -> Parsing.whole(text, least, most)),
        "give a whole number from " + least + " to " + most);
  }

  /** True or false; the key needs a default. */
  public static LiveSetting<Boolean> truth(Key key) {
    return new LiveSetting<>(
        key, Shape.TRUTH, items -> one(items, Parsing::truth), "give true or false");
  }

  public Key key() {
    return key;
  }

  public String name() {
    return key.name();
  }

  public Shape shape() {
    return shape;
  }

  /** What would be right, in words for an operator. */
  public String right() {
    return right;
  }

  /** Whether these items can be its value. */
  public boolean takes(List<String> items) {
    return items.stream().allMatch(item -> !item.isBlank() && item.length() <= LONGEST)
        && parse.apply(items) != null;
  }

  /** The items of a text, which for a list has commas. */
  public List<String> split(String text) {
    if (shape == Shape.TRUTH) {
      Boolean truth = Parsing.truth(text.strip());
      return List.of(truth == null ? text : truth.toString());
    }
    if (shape != Shape.LIST) {
      return List.of(text.strip());
    }
    List<String> items = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      items.add(item.strip());
    }
    return items;
  }

  /** What holds when nobody gave anything. */
  public List<String> byDefault() {
    String text = key.defaultText();
    return text == null ? List.of() : split(text);
  }

  T value(List<String> items) {
    T value = parse.apply(items);
    if (value == null) {
      throw new IllegalStateException(name() + " needs a default that can be read");
    }
    return value;
  }

  private static <T> @Nullable T one(List<String> items, Function<String, @Nullable T> parse) {
    return items.size() == 1 ? parse.apply(items.get(0)) : null;
  }
}
