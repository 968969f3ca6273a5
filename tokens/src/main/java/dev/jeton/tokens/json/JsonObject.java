package dev.jeton.tokens.json;

import dev.jeton.tokens.Outcome;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object. Its members keep their order; two objects with the same members in another order are
 * equal, as RFC 8259 has it.
 */
public final class JsonObject implements JsonValue {
  /** The longest text that is read, in bytes. */
  public static final int MAX_BYTES = 65_536;

  /** How deep objects and lists may nest, the outermost counted. */
  public static final int MAX_DEPTH = 16;

  /** How many members one object may have. */
  public static final int MAX_MEMBERS = 64;

  private static final JsonObject EMPTY = builder().build();

  /** Side by side, by order. A claims set has a handful, so a search beats a hash table. */
  private final String[] names;

  private final JsonValue[] values;
  private final int depth;

  private JsonObject(String[] names, JsonValue[] values, int depth) {
    this.names = names;
    this.values = values;
    this.depth = depth;
  }

  /**
   * Reads one object and nothing around it but JSON's own white space. Refuses with TOO_LARGE above
   * {@value #MAX_BYTES} bytes; with DUPLICATE_MEMBER when a name repeats in one object, at any depth;
   * and with MALFORMED when it is not UTF-8, starts with a byte order mark, is not JSON, is another
   * value than an object, is followed by anything, nests deeper than {@value #MAX_DEPTH}, has more
   * than {@value #MAX_MEMBERS} members in one object, half a surrogate pair, or a number of more
   * than {@value JsonNumber#MAX_LENGTH} characters or beyond the range of a double.
   */
  public static Outcome<JsonObject> parse(byte[] utf8) {
    return JsonReader.object(utf8);
  }

  /** Without members. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** To add members in order. */
  public static Builder builder() {
    return new Builder();
  }

  /** The members in their order. */
  public Map<String, JsonValue> members() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      members.put(names[i], values[i]);
    }
    return Collections.unmodifiableMap(members);
  }

  int size() {
    return names.length;
  }

  String name(int index) {
    return names[index];
  }

  JsonValue value(int index) {
    return values[index];
  }

  /** Whether there is such a member, {@code null} or not. */
  public boolean has(String name) {
    return get(name) != null;
  }

  /** The member, of whatever type; Java's null when there is none. */
  public @Nullable JsonValue get(String name) {
    int index = indexOf(name, names, names.length);
    return index < 0 ? null : values[index];
  }

  private static int indexOf(String name, @Nullable String[] names, int count) {
    for (int i = 0; i < count; i++) {
      if (name.equals(names[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The member if it is there and a text. */
  public Optional<String> text(String name) {
    return of(name, JsonText.class).map(JsonText::value);
  }

  /** The member if it is there and a number. */
  public Optional<JsonNumber> number(String name) {
    return of(name, JsonNumber.class);
  }

  /** The member if it is there and {@code true} or {@code false}. */
  public Optional<Boolean> truth(String name) {
    return of(name, JsonTruth.class).map(JsonTruth::value);
  }

  /** The member if it is there and a list. */
  public Optional<JsonItems> items(String name) {
    return of(name, JsonItems.class);
  }

  /** The member if it is there and an object. */
  public Optional<JsonObject> object(String name) {
    return of(name, JsonObject.class);
  }

  private <T extends JsonValue> Optional<T> of(String name, Class<T> type) {
    JsonValue value = get(name);
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  @Override
  public int depth() {
    return depth;
  }

  /** Compact UTF-8, as {@code JSON.stringify} spells it. */
  public byte[] toBytes() {
    return new JsonWriter().write(this).utf8();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject that && members().equals(that.members());
  }

  @Override
  public int hashCode() {
    return members().hashCode();
  }

  /** The names alone: a value may be a secret. */
  @Override
  public String toString() {
    return "JsonObject" + Arrays.toString(names);
  }

  static void checkDepth(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("JSON nests at most " + MAX_DEPTH + " deep");
    }
  }

  /** Collects members; each name once. */
  public static final class Builder {
    private static final int USUAL_MEMBERS = 8;

    private String[] names = new String[USUAL_MEMBERS];
    private JsonValue[] values = new JsonValue[USUAL_MEMBERS];
    private int count;
    private int depth = 1;

    private Builder() {}

    /** Whether a member of that name was added. */
    public boolean has(String name) {
      return indexOf(name, names, count) >= 0;
    }

    public Builder put(String name, String text) {
      return put(name, new JsonText(text));
    }

    public Builder put(String name, long number) {
      return put(name, JsonNumber.of(number));
    }

    public Builder put(String name, boolean truth) {
      return put(name, new JsonTruth(truth));
    }

    /** Adds the members of the object. */
    public Builder putAll(JsonObject object) {
      for (int i = 0; i < object.size(); i++) {
        put(object.name(i), object.value(i));
      }
      return this;
    }

    /**
     * Adds the member.
     *
     * @throws IllegalArgumentException if there is one of that name, or {@value #MAX_MEMBERS} of
     *     any, or the value nests too deep for {@value #MAX_DEPTH} in all
     */
    public Builder put(String name, JsonValue value) {
      if (!JsonText.isWellFormed(name)) {
        throw new IllegalArgumentException("a name with half a surrogate pair cannot be written");
      }
      if (has(name)) {
        throw new IllegalArgumentException("a member of that name is there already");
      }
      if (count == MAX_MEMBERS) {
        throw new IllegalArgumentException("an object has at most " + MAX_MEMBERS + " members");
      }
      return append(name, value);
    }

    /** Adds a member whose name was found well-formed and new, and its number allowed. */
    Builder append(String name, JsonValue value) {
      checkDepth(value.depth() + 1);
      if (count == names.length) {
        names = Arrays.copyOf(names, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      names[count] = name;
      values[count++] = value;
      depth = Math.max(depth, value.depth() + 1);
      return this;
    }

    /** The object. */
    public JsonObject build() {
      return new JsonObject(Arrays.copyOf(names, count), Arrays.copyOf(values, count), depth);
    }
  }
}
